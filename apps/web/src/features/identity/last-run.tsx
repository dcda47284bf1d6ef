import { useApolloClient, useQuery } from '@apollo/client/react';
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

/** When everybody was last looked at and what that came to; a run that was held says why, and is published or refused. */
export function LastRun() {
  const client = useApolloClient();
  const say = useWords();
  const { ago } = useFormat();
  const likely = useLikelihood();
  const { data, refetch } = useQuery(lastRunQuery, { fetchPolicy: 'cache-and-network' });
  const run = data?.lastIdentityRun;
  if (!data) return null;

  const look = async (publish: boolean): Promise<void> => {
    try {
      await client.mutate({ mutation: lookAtEverybody, variables: { publish } });
      sayDone(say('identity.runAsked'));
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
    <Button tone="quiet" flush onClick={() => void look(false)}>
      {say('identity.runAgain')}
    </Button>
  );
  if (!run)
    return (
      <p className={styles.run}>
        {say('identity.noRun')} {again}
      </p>
    );
  if (run.heldBecause) return <HeldRun run={run} look={look} refetch={refetch} />;
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
