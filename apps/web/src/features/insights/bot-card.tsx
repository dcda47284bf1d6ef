import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Nothing } from '#ui/state/nothing.tsx';
import type { Evidence } from './evidence.documents.ts';
import styles from './insights.module.css';
import { IntervalBar } from './interval-bar.tsx';
import type { LinkTo } from './voice-cards.tsx';

type Talk = Evidence['botContainment']['talks'][number];

const endings = {
  SOLVED: 'insights.bot.solved',
  CAME_BACK: 'insights.bot.cameBack',
  GAVE_UP: 'insights.bot.gaveUp',
  HANDED: 'insights.bot.handed',
} as const satisfies Record<Talk['ending'], MessageId>;
const tones = { SOLVED: 'good', CAME_BACK: 'warn', GAVE_UP: 'bad', HANDED: 'plain' } as const;

/** What the bot truly kept away from people, beside the number that is usually shown; every conversation opens. */
export function BotCard({ bot, link }: { bot: Evidence['botContainment']; link: LinkTo }) {
  const say = useWords();
  const { percent, number, date } = useFormat();
  const rows = [
    { label: 'insights.bot.truly', share: bot.truly },
    { label: 'insights.bot.claimed', share: bot.claimed },
    { label: 'insights.bot.gaveUp', share: bot.gaveUp },
    { label: 'insights.bot.handed', share: bot.handed },
  ] as const;
  return (
    <Card title={say('insights.bot')} aside={say('insights.n', { n: number(bot.truly.n) })}>
      <CardNote>{say(bot.truly.n === 0 ? 'insights.noBot' : 'insights.botText')}</CardNote>
      {bot.truly.n > 0 && (
        <ul className={styles.rows}>
          {rows.map(({ label, share }) => (
            <li key={label} className={styles.row}>
              <span>{say(label)}</span>
              <IntervalBar value={share.p} lo={share.lo} hi={share.hi} />
              <span className={styles.value}>
                <b>{share.p === null ? <Nothing /> : percent(share.p)}</b>{' '}
                <small>
                  {share.lo !== null && share.hi !== null && `${percent(share.lo)} … ${percent(share.hi)} · `}
                  {say('insights.countsOf', { k: number(share.k), n: number(share.n) })}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {bot.talks.length > 0 && (
        <Fold label={say('insights.bot.talks', { count: bot.talks.length })}>
          <ul>
            {bot.talks.map(({ ticket, customer, ending, beganAt }) => (
              <li key={ticket?.id ?? beganAt} className={styles.answer}>
                <span>{customer ? link(customer) : <Nothing />}</span>
                <span>
                  {ticket?.subject ?? <Nothing />}{' '}
                  <small>{[ticket?.number, date(beganAt)].filter(Boolean).join(' · ')}</small>
                </span>
                <Pill tone={tones[ending]}>{say(endings[ending])}</Pill>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  );
}
