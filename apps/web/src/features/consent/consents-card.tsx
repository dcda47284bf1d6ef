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
import { Fold } from '#ui/card/fold.tsx';
import { ConsentsFragment } from './consents.fragment.ts';
import styles from './consents-card.module.css';
import { HeardConsent } from './heard-consent.tsx';
import { LedgerLines } from './ledger-lines.tsx';

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
  any: 'consent.any',
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
          {may('Mutation.withdrawConsent') && <HeardConsent customerId={customer.id} />}
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
          return (
            <li key={`${channel} ${purpose}`} data-state={state}>
              <div className={styles.line}>
                <Icon size={16} aria-hidden />
                <span className={styles.channel}>
                  {known ? say(known) : channel}
                  <small>{purpose}</small>
                </span>
                <span className={styles.state}>
                  {say(label)}
                  <small>
                    {[since && date(since), sourceName && sourceText(sourceName, say)]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
              </div>
              {ledger.length > 0 && (
                <Fold label={say('consent.ledger', { count: ledger.length })}>
                  <LedgerLines ledger={ledger} />
                </Fold>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
