import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import { answersQuery, type insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import { MonthsChart } from './months-chart.tsx';
import { type Asked, channelText } from './words.ts';

type Figures = ResultOf<typeof insightsQuery>;

/** Whom a list leads to. */
export type LinkTo = (customer: { id: string; displayName: string }) => ReactNode;

/** Would they recommend us: the number with its interval, how many answered, by channel and month; and the answers themselves. */
export function VoiceCard({
  scores,
  asked,
  link,
}: {
  scores: Figures['voiceScores'];
  asked: Asked;
  link: LinkTo;
}) {
  const say = useWords();
  const { signed, percent, number } = useFormat();
  const { nps, answered, csat, ces } = scores;
  return (
    <Card title={say('insights.nps')} aside={say('insights.n', { n: number(nps.n) })}>
      <div className={styles.figures}>
        <div className={styles.figure}>
          <b>{nps.score === null ? <Nothing /> : signed(nps.score)}</b>
          <span>
            {nps.score === null || nps.lo === null || nps.hi === null
              ? say('insights.tooFew', { n: nps.n, least: scores.least })
              : say('insights.between', { lo: signed(nps.lo), hi: signed(nps.hi) })}
          </span>
          {nps.isProvisional && <Pill tone="warn">{say('insights.provisional')}</Pill>}
        </div>
        <div className={styles.figure}>
          <b>{scores.weightedNps === null ? <Nothing /> : signed(scores.weightedNps)}</b>
          <span>{say('insights.weighted')}</span>
        </div>
        <div className={styles.figure}>
          <b>{csat.p === null ? <Nothing /> : percent(csat.p)}</b>
          <span>
            {say('insights.csat')} · {say('insights.n', { n: number(csat.n) })}
            {csat.lo !== null && csat.hi !== null && ` · ${percent(csat.lo)}–${percent(csat.hi)}`}
          </span>
        </div>
        <div className={styles.figure}>
          <b>{ces.mean === null ? <Nothing /> : number(Math.round(ces.mean * 10) / 10)}</b>
          <span>
            {say('insights.ces')} · {say('insights.n', { n: number(ces.n) })}
            {ces.lo !== null &&
              ces.hi !== null &&
              ` · ${number(Math.round(ces.lo * 10) / 10)}–${number(Math.round(ces.hi * 10) / 10)}`}
          </span>
        </div>
        <div className={styles.figure}>
          <b>{answered.p === null ? <Nothing /> : percent(answered.p)}</b>
          <span>{say('insights.answeredOf', { k: number(answered.k), n: number(answered.n) })}</span>
        </div>
      </div>
      <ul className={styles.rows}>
        {scores.channels.map(({ channel, nps: one, answered: share, isWeighted }) => (
          <li key={channel} className={styles.row}>
            <span>{channelText(channel, say)}</span>
            <IntervalBar value={one.score} lo={one.lo} hi={one.hi} least={-100} most={100} zero={0} />
            <span className={styles.value}>
              {one.score === null ? (
                say('insights.counts', { promoters: one.promoters, detractors: one.detractors })
              ) : (
                <b>{signed(one.score)}</b>
              )}{' '}
              <small>
                {say('insights.n', { n: number(one.n) })}
                {share.p !== null && ` · ${say('insights.rate', { share: percent(share.p) })}`}
                {!isWeighted && ` · ${say('insights.notWeighted')}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <MonthsChart months={scores.months} />
      <Answers asked={asked} instruments={['NPS', 'CSAT', 'CES']} link={link} />
    </Card>
  );
}

/** The answers behind a figure, asked for when they are unfolded. */
export function Answers({
  asked,
  instruments,
  products,
  link,
}: {
  asked: Asked;
  instruments: ('NPS' | 'CSAT' | 'CES' | 'EXPECTATION')[];
  products?: string[];
  link: LinkTo;
}) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(answersQuery, {
    variables: { ...asked, instruments, ...(products ? { products } : {}) },
    skip: !open,
  });
  return (
    <Fold label={say('insights.showAnswers')} onOpen={() => setOpen(true)}>
      {error && <Broken onRetry={() => void refetch()} />}
      {!data && !error && <Bone height={40} />}
      <ul className={styles.rows}>
        {data?.answers.edges.map(({ node }) => (
          <li key={node.id} className={styles.answer}>
            <span>{node.customer ? link(node.customer) : <Nothing />}</span>
            <span>
              {node.instrument === 'EXPECTATION'
                ? say('insights.expectedFound', {
                    expected: node.expected ?? '–',
                    found: node.perceived ?? '–',
                  })
                : `${node.instrument} ${node.value ?? '–'}`}
              {node.productName && ` · ${node.productName}`}
              {node.channel && ` · ${channelText(node.channel, say)}`}
            </span>
            <small>{node.answeredAt && date(node.answeredAt)}</small>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const quadrants = {
  improve: 'insights.improve',
  keep: 'insights.keep',
  maintain: 'insights.maintain',
  watch: 'insights.watch',
} as const satisfies Record<string, MessageId>;
const isQuadrant = (word: string): word is keyof typeof quadrants => Object.hasOwn(quadrants, word);

/** What goes with recommending us, behind its gate. */
export function DriversCard({ drivers }: { drivers: Figures['npsDrivers'] }) {
  const say = useWords();
  const { percent, number } = useFormat();
  return (
    <Card title={say('insights.drivers')} aside={say('insights.n', { n: number(drivers.n) })}>
      <CardNote>{say('insights.driversText')}</CardNote>
      {drivers.drivers.length === 0 && (
        <CardNote>
          {drivers.needed === null
            ? say('insights.noDrivers')
            : say('insights.driversGate', { n: drivers.n, needed: drivers.needed })}
        </CardNote>
      )}
      <ul className={styles.rows}>
        {drivers.drivers.map(({ name, share, lo, hi, mean, quadrant }) => (
          <li key={name} className={styles.row}>
            <span>{name}</span>
            <IntervalBar value={share} lo={lo} hi={hi} />
            <span className={styles.value}>
              <b>{percent(share)}</b>{' '}
              <small>{say('insights.rated', { mean: number(Math.round(mean * 10) / 10) })}</small>{' '}
              {isQuadrant(quadrant) && (
                <Pill tone={quadrant === 'improve' ? 'warn' : 'plain'}>{say(quadrants[quadrant])}</Pill>
              )}
            </span>
          </li>
        ))}
      </ul>
      {drivers.r2 !== null && (
        <CardNote>{say('insights.explained', { share: percent(drivers.r2) })}</CardNote>
      )}
    </Card>
  );
}
