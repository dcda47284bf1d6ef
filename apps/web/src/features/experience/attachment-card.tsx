import { channelText } from '#lib/channel-text.ts';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import styles from './attachment-card.module.css';
import { type Experience, ExperienceFragment } from './experience.fragment.ts';

type Attachment = Experience['attachment'];
type Lever = Attachment['levers'][number];

const names = {
  BEHAVIOUR: 'experience.behaviour',
  ASSOCIATION: 'experience.association',
  CENTRED: 'experience.centred',
  NO_REGRET: 'experience.noRegret',
  ANCHORS: 'experience.anchors',
  ADVOCACY: 'experience.advocacy',
} as const satisfies Record<Lever['lever'], MessageId>;

/** Why a lever stands where it stands, in a sentence. */
function reasonOf({ lever, value }: Lever, tie: Attachment, say: Say, days: (at: string) => string): string {
  switch (lever) {
    case 'BEHAVIOUR':
      if (tie.orders === 0) return say('experience.neverBought');
      if (tie.behaviourBy === 'model' && tie.lastOrderAt)
        return say('experience.modelled', { last: days(tie.lastOrderAt) });
      if (value === null || tie.usualGapDays === null || !tie.lastOrderAt)
        return say('experience.boughtOnce', { count: tie.orders });
      return say(tie.gapBy === 'own' ? 'experience.rhythmOwn' : 'experience.rhythmOthers', {
        gap: Math.round(tie.usualGapDays),
        last: days(tie.lastOrderAt),
      });
    case 'ASSOCIATION':
      return value === null
        ? say('experience.noMemorable')
        : say('experience.memorables', { good: tie.memorableGood, bad: tie.memorableBad });
    case 'CENTRED':
      if (value === null) return say('experience.noContacts');
      return [
        tie.preferredShare !== null
          ? say('experience.prefers', {
              channel: tie.preferredChannel === null ? '' : channelText(tie.preferredChannel, say),
              share: Math.round(tie.preferredShare * 100),
              again: Math.round((tie.notAskedAgainShare ?? 1) * 100),
            })
          : tie.notAskedAgainShare !== null &&
            say('experience.notAskedAgain', { share: Math.round(tie.notAskedAgainShare * 100) }),
        tie.promiseKeptShare !== null &&
          say('experience.promisesKept', { share: Math.round(tie.promiseKeptShare * 100) }),
      ]
        .filter(Boolean)
        .join(' ');
    case 'NO_REGRET':
      return value === null
        ? say('experience.neverBought')
        : say('experience.regretted', { regretted: tie.regretted, orders: tie.orders });
    case 'ANCHORS':
      return value === null
        ? say('experience.noMemorable')
        : say('experience.anchored', { count: tie.anchors });
    case 'ADVOCACY':
      return value === null ? say('experience.noAdvocacy') : say('experience.advocates');
  }
}

/** How attached a customer is, lever by lever: behaviour only, and each lever says why and opens its events. */
export function AttachmentCard({
  customer,
  onOpen,
}: {
  customer: { id: string } & FragmentOf<typeof ExperienceFragment>;
  /** Somebody wants to see an event where it happened. */
  onOpen: (at: string) => void;
}) {
  const say = useWords();
  const { number, percent, ago, date } = useFormat();
  const { experience } = useOwned(ExperienceFragment, customer);
  const tie = experience?.attachment;
  if (!tie || tie.score === null)
    return (
      <Card title={say('experience.attachment')}>
        <CardNote>{say('experience.noAttachment')}</CardNote>
      </Card>
    );
  return (
    <Card
      title={say('experience.attachment')}
      aside={
        <b className={styles.score} title={say('experience.attachmentWhat')}>
          {number(Math.round(tie.score))}
        </b>
      }
    >
      <p className={styles.sub}>
        {say('experience.coverage', {
          coverage: percent(tie.coverage),
          shrunk: number(Math.round(tie.shrunk)),
        })}
      </p>
      <ul className={styles.levers}>
        {tie.levers.map((lever) => (
          <li key={lever.lever}>
            <div className={styles.head}>
              <span className={styles.name}>{say(names[lever.lever])}</span>
              <span className={styles.points}>
                {lever.points === null ? '–' : say('experience.points', { points: number(lever.points) })}
              </span>
            </div>
            <div className={styles.bar} aria-hidden data-known={lever.value !== null || undefined}>
              {lever.value !== null && <span style={{ inlineSize: `${Math.round(lever.value * 100)}%` }} />}
            </div>
            <p className={styles.sub}>{reasonOf(lever, tie, say, (at) => ago(at))}</p>
            {lever.events.length > 0 && (
              <Fold label={say('experience.events', { count: lever.events.length })}>
                <ul className={styles.events}>
                  {lever.events.map((event) => (
                    <li key={event.subjectId}>
                      <button type="button" onClick={() => onOpen(event.beganAt)}>
                        {event.title}
                      </button>
                      <small>{date(event.beganAt)}</small>
                    </li>
                  ))}
                </ul>
              </Fold>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.sub}>{say('experience.settings', { version: experience.settings })}</p>
    </Card>
  );
}
