import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import type { insightsQuery } from './insights.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import { channelText } from './words.ts';

type Instruments = ResultOf<typeof insightsQuery>['voiceScores']['instruments'];
type Instrument = Instruments[number];
type Channel = Instrument['channels'][number];

const scales = { NPS: [-100, 100], CSAT: [0, 1], CES: [1, 7], EXPECTATION: [-2, 2] } as const;

/** Each question by channel: the score with its interval, who answered, and how it differs from what is usual on that channel. */
export function ChannelsCard({ instruments }: { instruments: Instruments }) {
  const say = useWords();
  const { number, percent, signed } = useFormat();
  const shown = (instrument: Instrument['instrument'], value: number): string =>
    instrument === 'CSAT'
      ? percent(value)
      : instrument === 'NPS'
        ? signed(value)
        : number(Math.round(value * 10) / 10);
  const asked = instruments.filter(({ answered }) => answered.n > 0);
  return (
    <Card title={say('insights.byChannel')}>
      <CardNote>{say('insights.byChannelText')}</CardNote>
      {asked.length === 0 && <CardNote>{say('insights.byChannelNone')}</CardNote>}
      {asked.map(({ instrument, channels, weighted, answered }) => (
        <section key={instrument} className={styles.question}>
          <h3>
            {say(`insights.question.${instrument as 'NPS' | 'CSAT' | 'CES'}` satisfies MessageId)}{' '}
            <small>
              {weighted !== null && `${say('insights.headline', { value: shown(instrument, weighted) })} · `}
              {say('insights.answeredShare', { k: number(answered.k), n: number(answered.n) })}
            </small>
          </h3>
          <ul className={styles.rows}>
            {channels.map((channel) => (
              <ChannelRow key={channel.channel} instrument={instrument} channel={channel} shown={shown} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function ChannelRow({
  instrument,
  channel: { channel, score, baseline, change, answered },
  shown,
}: {
  instrument: Instrument['instrument'];
  channel: Channel;
  shown: (instrument: Instrument['instrument'], value: number) => string;
}) {
  const say = useWords();
  const { number, percent } = useFormat();
  const [least, most] = scales[instrument];
  const [lo, hi] = [change?.lo ?? null, change?.hi ?? null];
  const bounds =
    lo === null || hi === null
      ? null
      : {
          change: shown(instrument, Math.abs(change!.mean!)),
          lo: shown(instrument, lo),
          hi: shown(instrument, hi),
        };
  return (
    <li className={styles.row}>
      <span>
        {channelText(channel, say)}
        <small>{answered.p !== null && say('insights.rate', { share: percent(answered.p) })}</small>
      </span>
      <IntervalBar value={score.mean} lo={score.lo} hi={score.hi} least={least} most={most} />
      <span className={styles.value}>
        {score.mean === null ? <Nothing /> : <b>{shown(instrument, score.mean)}</b>}{' '}
        <small>
          {say('insights.n', { n: number(score.n) })}
          {baseline?.mean !== null &&
            baseline !== null &&
            ` · ${say('insights.usual', { value: shown(instrument, baseline.mean) })}`}
          {bounds &&
            ` · ${say(lo! > 0 ? 'insights.better' : hi! < 0 ? 'insights.worse' : 'insights.same', bounds)}`}
        </small>
      </span>
    </li>
  );
}
