import type { ReactNode } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import type { insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';

/** Content after which people moved on, the surest first; each leads to its piece. */
export function MovedCard({
  content,
  link,
}: {
  content: ResultOf<typeof insightsQuery>['contentThatMoved'];
  link: (id: string, title: string) => ReactNode;
}) {
  const say = useWords();
  const { percent, number } = useFormat();
  return (
    <Card title={say('insights.moved')}>
      <CardNote>{say(content.length === 0 ? 'insights.noMoved' : 'insights.movedText')}</CardNote>
      <ul className={styles.rows}>
        {content.map(({ id, title, figures: { tried, rate, low, high } }) => (
          <li key={id} className={styles.row} data-long>
            <span>{link(id, title)}</span>
            <IntervalBar value={rate} lo={low} hi={high} />
            <span className={styles.value}>
              <b>{rate === null ? <Nothing /> : percent(rate)}</b>{' '}
              <small>
                {low !== null && high !== null && `${percent(low)} … ${percent(high)} · `}
                {say('insights.n', { n: number(tried) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
