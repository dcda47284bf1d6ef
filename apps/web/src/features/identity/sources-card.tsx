import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { ownSource, sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { causeText } from './cause-text.ts';
import { ContradictionsNote } from './contradictions-note.tsx';
import { HouseholdFold } from './household-fold.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './sources-card.module.css';
import { SplitDialog } from './split-dialog.tsx';
import { useMerge } from './use-merge.ts';
import { WhyDialog } from './why-dialog.tsx';

const kindWords: Record<string, MessageId> = {
  'auto-link': 'identity.kindAutoLink',
  'auto-merge': 'identity.kindAutoMerge',
  'auto-split': 'identity.kindAutoSplit',
  merge: 'identity.kindMerge',
  'source-merge': 'identity.kindSourceMerge',
  'link-doubt': 'identity.kindLinkDoubt',
  'synthetic-link': 'identity.kindSyntheticLink',
  unmerge: 'identity.kindUnmerge',
  separate: 'identity.kindSeparate',
  split: 'identity.kindSplit',
};

/** What the sources card asks: which records were joined into this customer, and who decided it. */
export const SourcesFragment = graphql(`
  fragment Sources on Customer {
    id
    displayName
    sourceRecords {
      id
      sourceKey
      displayName
      observedAt
      since
      cause
      source { id name system }
      identifiers { kind value display }
    }
    decisions { id kind at actorName reason canBeUndone }
  }
`);

/** Which records of which systems are this one person; nothing was overwritten, and every joining has a reason. */
export function SourcesCard({
  customer,
  removal,
}: {
  customer: { id: string } & FragmentOf<typeof SourcesFragment>;
  /** The way to take them away, for a customer of whom only we have told. */
  removal?: ReactNode;
}) {
  const say = useWords();
  const { date } = useFormat();
  const { id, displayName, sourceRecords, decisions } = useOwned(SourcesFragment, customer);
  // What hangs here by hand without saying who it is (a note, a task) is no record of the person.
  const records = sourceRecords?.filter(
    ({ source, displayName: name }) => source.name !== ownSource || !name.startsWith('customer:'),
  );
  const [merging, setMerging] = useState(false);
  const [asking, setAsking] = useState<string | null>(null);
  const [splitting, setSplitting] = useState<string | null>(null);
  const several = records && records.length > 1;
  const asked = records?.find((record) => record.id === asking);
  const leaving = records?.find((record) => record.id === splitting);
  const { unmerge, busy } = useMerge();
  const navigate = useNavigate();
  return (
    <Card
      title={say('identity.sources')}
      aside={records && say('identity.records', { count: records.length })}
    >
      {sourceRecords === null && <Broken />}
      {records?.length === 0 && <CardNote>{say('identity.noRecords')}</CardNote>}
      {several && <ContradictionsNote customerId={id} />}
      <ul className={styles.records}>
        {records?.map((record) => (
          <li key={record.id}>
            <p className={styles.name}>
              {record.displayName}
              <small>{sourceText(record.source.name, say)}</small>
            </p>
            <p className={styles.sub}>
              {record.identifiers.map((each) => each.display).join(' · ') ||
                (record.source.name === ownSource ? '' : record.sourceKey)}
            </p>
            <p className={styles.sub}>
              {say('identity.joined', { day: date(record.since), cause: causeText(record.cause, say) })}
            </p>
            {several && (
              <p className={styles.acts}>
                <Button
                  tone="quiet"
                  flush
                  aria-label={say('identity.whyHereOf', { name: record.displayName })}
                  onClick={() => setAsking(record.id)}
                >
                  {say('identity.whyHere')}
                </Button>
                {may('Mutation.splitRecord') && (
                  <Button
                    tone="quiet"
                    flush
                    aria-label={say('identity.splitOf', {
                      name: record.displayName,
                      source: sourceText(record.source.name, say),
                    })}
                    onClick={() => setSplitting(record.id)}
                  >
                    {say('identity.split')}
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {decisions && decisions.length > 0 && (
        <Fold label={say('identity.decisions', { count: decisions.length })}>
          <ul className={styles.records}>
            {decisions.map((decision) => (
              <li key={decision.id}>
                <p className={styles.name}>
                  {kindWords[decision.kind]
                    ? say(kindWords[decision.kind] ?? 'identity.kindMerge')
                    : decision.kind}
                  <small>{date(decision.at)}</small>
                </p>
                <p className={styles.sub}>
                  {[decision.actorName, decision.reason].filter(Boolean).join(' · ')}
                </p>
                {decision.canBeUndone && may('Mutation.unmergeCustomer') && (
                  <Button tone="quiet" flush disabled={busy} onClick={() => void unmerge(decision.id)}>
                    {say('identity.undoDecision')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <HouseholdFold key={id} customerId={id} />
      {may('Mutation.mergeCustomers') && (
        <Button tone="quiet" flush onClick={() => setMerging(true)}>
          {say('identity.mergeWith')}
        </Button>
      )}
      {sourceRecords?.every(({ source }) => source.name === ownSource) && removal}
      {may('Query.auditEntries') && (
        <p>
          <Link to="/settings" search={{ section: 'audit', customer: id }} className={styles.trail}>
            {say('identity.trail')}
          </Link>
        </p>
      )}
      {asked && <WhyDialog customerId={id} record={asked} onClose={() => setAsking(null)} />}
      {leaving && records && (
        <SplitDialog
          customer={{ id, name: displayName }}
          record={leaving}
          staying={records.filter((record) => record !== leaving)}
          onClose={() => setSplitting(null)}
        />
      )}
      {merging && (
        <MergeDialog
          customer={{ id, name: displayName }}
          onClose={() => setMerging(false)}
          onMerged={(survivor) =>
            survivor !== id &&
            void navigate({ to: '/customers/$customerId', params: { customerId: survivor }, replace: true })
          }
        />
      )}
    </Card>
  );
}
