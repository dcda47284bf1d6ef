import type { ReactNode } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import type { insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import { channelText } from './words.ts';

/** Promises kept, by channel; each leads to those that were not. */
export function PromisesKeptCard({
  kept,
  broken,
}: {
  kept: ResultOf<typeof insightsQuery>['promisesKept'];
  broken: (channel: string | null, text: string) => ReactNode;
}) {
  const say = useWords();
  const { percent, number } = useFormat();
  const { share, open, meanOverrunHours } = kept.all;
  return (
    <Card title={say('insights.promises')} aside={say('insights.n', { n: number(share.n) })}>
      <div className={styles.figures}>
        <div className={styles.figure}>
          <b>{share.p === null ? <Nothing /> : percent(share.p)}</b>
          <span>
            {share.lo === null || share.hi === null
              ? say('insights.noPromises')
              : say('insights.between', { lo: percent(share.lo), hi: percent(share.hi) })}
          </span>
        </div>
        <div className={styles.figure}>
          <b>{number(open)}</b>
          <span>{say('insights.stillOpen')}</span>
        </div>
        <div className={styles.figure}>
          <b>
            {meanOverrunHours === null ? (
              <Nothing />
            ) : (
              say('insights.hours', { n: number(Math.round(meanOverrunHours)) })
            )}
          </b>
          <span>{say('insights.overrun')}</span>
        </div>
      </div>
      {kept.channels.length === 0 && <CardNote>{say('insights.noPromises')}</CardNote>}
      <ul className={styles.rows}>
        {kept.channels.map((one) => (
          <li key={one.channel} className={styles.row}>
            <span>{channelText(one.channel, say)}</span>
            <IntervalBar value={one.share.p} lo={one.share.lo} hi={one.share.hi} zero={0.9} />
            <span className={styles.value}>
              <b>{one.share.p === null ? <Nothing /> : percent(one.share.p)}</b>{' '}
              <small>{say('insights.n', { n: number(one.share.n) })}</small>{' '}
              {broken(one.channel, say('insights.notKept', { count: one.share.n - one.share.k }))}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.more}>{broken(null, say('insights.calculator'))}</p>
    </Card>
  );
}
