import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { ContradictedFold } from './contradicted-fold.tsx';
import { undoSafeLinks } from './doubts.documents.ts';
import { HeldRun } from './held-run.tsx';
import { lastRunQuery, lookAtEverybody } from './last-run.documents.ts';
import styles from './last-run.module.css';
import { useLikelihood } from './likelihood.tsx';

/** While a run is under way, so often is looked whether it has come, in milliseconds. */
const often = 3_000;

/** When everybody was last looked at and what that came to; a run that was held says why, and is published or refused. */
export function LastRun() {
  const client = useApolloClient();
  const say = useWords();
  const { ago } = useFormat();
  const likely = useLikelihood();
  const { data, refetch, startPolling, stopPolling } = useQuery(lastRunQuery, {
    fetchPolicy: 'cache-and-network',
  });
  const run = data?.lastIdentityRun;
  /** The last run when another was asked for, until that one has come; `none` where it is the first. */
  const [asked, setAsked] = useState<string | null>(null);
  const hasCome = run && run.id !== asked && (run.heldBecause !== null || run.contradictedCount !== null);
  const isAwaited = asked !== null || Boolean(run?.publishing);
  useEffect(() => {
    if (isAwaited) startPolling(often);
    return stopPolling;
  }, [isAwaited, startPolling, stopPolling]);
  const isCalledOff = Boolean(run?.refused);
  useEffect(() => {
    if (!asked || !(hasCome || isCalledOff)) return;
    setAsked(null);
    if (hasCome) void client.refetchQueries({ include: ['Doubts'] });
  }, [asked, hasCome, isCalledOff, client]);
  if (!data) return null;

  const look = async (publish: boolean): Promise<void> => {
    try {
      const { data: answer } = await client.mutate({ mutation: lookAtEverybody, variables: { publish } });
      if (answer?.lookAtEverybody) {
        setAsked(run?.id ?? 'none');
        sayDone(say('identity.runAsked'));
      } else sayFailed(say('identity.runRefusedMeanwhile'));
      await refetch();
    } catch {
      sayFailed(say('identity.failed'), () => void look(publish));
    }
  };
  const takeBack = async (runId: string): Promise<void> => {
    try {
      const { data: answer } = await client.mutate({ mutation: undoSafeLinks, variables: { runId } });
      sayDone(say('identity.runUndone', { count: answer?.undoSafeLinks.count ?? 0 }));
      await Promise.all([refetch(), client.refetchQueries({ include: ['Doubts'] })]);
    } catch {
      sayFailed(say('identity.failed'), () => void takeBack(runId));
    }
  };
  const again = may('Mutation.lookAtEverybody') && (
    <Button tone="quiet" flush disabled={asked !== null} onClick={() => void look(false)}>
      {say('identity.runAgain')}
    </Button>
  );
  if (!run)
    return (
      <p className={styles.run}>
        {say('identity.noRun')} {again}
      </p>
    );
  if (run.heldBecause) return <HeldRun run={run} isAwaited={asked !== null} look={look} refetch={refetch} />;
  const parts = [
    say('identity.runJoined', { count: run.joined }),
    ...(run.parted > 0 ? [say('identity.runParted', { count: run.parted })] : []),
    say('identity.runRaised', { count: run.raised }),
    ...(run.lessons > 0 ? [say('identity.runLessons', { count: run.lessons })] : []),
    ...(run.agreement === null ? [] : [say('identity.runAgreement', { percent: likely(run.agreement) })]),
  ];
  return (
    <>
      <p className={styles.run} title={say('identity.runText')}>
        {say('identity.runAt', { when: ago(run.at), records: run.records })} {parts.join(' · ')}{' '}
        {run.undoId && run.joined > 0 && may('Mutation.undoSafeLinks') && (
          <Button tone="quiet" flush onClick={() => run.undoId && void takeBack(run.undoId)}>
            {say('identity.runTakeBack')}
          </Button>
        )}{' '}
        {again}
      </p>
      {run.contradictedCount !== null && run.contradictedCount > 0 && (
        <ContradictedFold count={run.contradictedCount} first={run.contradicted} />
      )}
    </>
  );
}
