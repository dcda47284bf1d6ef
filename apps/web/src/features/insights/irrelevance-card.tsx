import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import type { insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import { channelText } from './words.ts';

/** How much of what customers live with us nobody will remember, by channel. */
export function IrrelevanceCard({
  figures: { irrelevant, channels },
}: {
  figures: ResultOf<typeof insightsQuery>['experienceFigures'];
}) {
  const say = useWords();
  const { percent, number } = useFormat();
  return (
    <Card title={say('insights.irrelevance')} aside={say('insights.n', { n: number(irrelevant.n) })}>
      <CardNote>
        {channels.length === 0 ? say('insights.noSelves') : say('insights.irrelevanceText')}
      </CardNote>
      <ul className={styles.rows}>
        {channels.map(({ channel, irrelevant: { n, p, lo, hi } }) => (
          <li key={channel} className={styles.row}>
            <span>{channelText(channel, say)}</span>
            <IntervalBar value={p} lo={lo} hi={hi} />
            <span className={styles.value}>
              <b>{p === null ? <Nothing /> : percent(p)}</b>{' '}
              <small>
                {lo !== null && hi !== null && `${percent(lo)} … ${percent(hi)} · `}
                {say('insights.n', { n: number(n) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
