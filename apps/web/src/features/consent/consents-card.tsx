import { Check, CircleHelp, CircleSlash } from 'lucide-react';
import type { ConsentState, FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { HoverNote } from '#ui/hover/hover-note.tsx';
import { ConsentsFragment } from './consents.fragment.ts';
import styles from './consents-card.module.css';
import { WantNone } from './want-none.tsx';

const looks: Record<ConsentState, { icon: typeof Check; label: MessageId }> = {
  GRANTED: { icon: Check, label: 'consent.granted' },
  WITHDRAWN: { icon: CircleSlash, label: 'consent.withdrawn' },
  UNKNOWN: { icon: CircleHelp, label: 'consent.unknown' },
};

const channels: Record<string, MessageId> = {
  email: 'consent.email',
  sms: 'consent.sms',
  phone: 'consent.phone',
  post: 'consent.post',
};

/** Whether this person may be contacted, channel by channel, with the ledger that says so. */
export function ConsentsCard({
  customer,
}: {
  customer: { id: string } & FragmentOf<typeof ConsentsFragment>;
}) {
  const say = useWords();
  const { date } = useFormat();
  const { consents } = useOwned(ConsentsFragment, customer);
  return (
    <Card
      title={say('consent.title')}
      aside={
        <>
          {may('Mutation.withdrawConsent') && <WantNone customerId={customer.id} />}
          <DepartmentBadge department="MARKETING" small />
        </>
      }
    >
      {consents === null && <Broken />}
      {consents?.length === 0 && <CardNote>{say('consent.none')}</CardNote>}
      <ul className={styles.list}>
        {consents?.map(({ channel, purpose, state, since, sourceName, ledger }) => {
          const { icon: Icon, label } = looks[state];
          const known = channels[channel.toLowerCase()];
          const evidence =
            ledger.length > 0
              ? ledger
                  .map((entry) =>
                    [
                      date(entry.at),
                      say(looks[entry.state].label),
                      entry.sourceName && sourceText(entry.sourceName, say),
                      entry.wording && `“${entry.wording}”`,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  )
                  .join('\n')
              : say('consent.noEvidence');
          return (
            <li key={`${channel} ${purpose}`} data-state={state}>
              <Icon size={16} aria-hidden />
              <span className={styles.channel}>
                {known ? say(known) : channel}
                <small>{purpose}</small>
              </span>
              <span className={styles.state}>
                <HoverNote note={evidence}>{say(label)}</HoverNote>
                <small>
                  {[since && date(since), sourceName && sourceText(sourceName, say)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
