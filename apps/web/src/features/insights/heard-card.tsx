import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import type { Evidence } from './evidence.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';

/** How customers say they heard of us, with n and intervals, beside what attribution hands to recommendations. */
export function HeardCard({
  heard: { n, ways },
  credit,
}: {
  heard: Evidence['heardShares'];
  credit: Evidence['purchaseCredit'];
}) {
  const say = useWords();
  const { number, percent } = useFormat();
  const peer = credit.channels.find(({ channel }) => channel === 'peer');
  const said = ways.find(({ way }) => way === 'RECOMMENDATION');
  return (
    <Card title={say('insights.heard')} aside={say('insights.n', { n: number(n) })}>
      <CardNote>{say(n === 0 ? 'insights.heardNone' : 'insights.heardText')}</CardNote>
      <ul className={styles.rows}>
        {ways.map(({ way, share }) => (
          <li key={way} className={styles.row}>
            <span>{say(`insights.heardWay.${way}` satisfies MessageId)}</span>
            <IntervalBar value={share.p} lo={share.lo} hi={share.hi} />
            <span className={styles.value}>
              <b>{percent(share.p ?? 0)}</b>{' '}
              <small>
                {share.lo !== null && share.hi !== null && `${percent(share.lo)}–${percent(share.hi)} · `}
                {number(share.k)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {n > 0 && credit.conversions > 0 && (
        <CardNote>
          {say('insights.heardBeside', {
            said: percent(said?.share.p ?? 0),
            credit: percent((peer?.shapley ?? 0) / credit.conversions),
          })}
        </CardNote>
      )}
    </Card>
  );
}
