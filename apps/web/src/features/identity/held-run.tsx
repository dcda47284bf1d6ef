import { useApolloClient } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { heldText } from './held-text.ts';
import { holdRunAgain, refuseRun } from './last-run.documents.ts';
import styles from './last-run.module.css';

/** A run over everybody that was held: why, and publishing or refusing it; once answered, by whom and how to take that back. */
export function HeldRun({ run, isAwaited, look, refetch }: Props) {
  const client = useApolloClient();
  const say = useWords();
  const { ago, number } = useFormat();
  const { id, publishing, refused, refusedBefore } = run;

  // What was pressed is gone once it is answered: whoever uses the keyboard goes on at what takes it back.
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(refused);
  useEffect(() => {
    if (shown.current === refused) return;
    shown.current = refused;
    place.current?.querySelector('button')?.focus();
  }, [refused]);

  const refuse = async (): Promise<void> => {
    try {
      const { data } = await client.mutate({ mutation: refuseRun, variables: { id } });
      const answer = data?.refuseRun;
      if (answer?.__typename === 'IdentityRun')
        return void offerUndo(say('identity.runRefusedDone'), () => void holdAgain());
      sayFailed(answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('identity.failed'));
      await refetch();
    } catch {
      sayFailed(say('identity.failed'), () => void refuse());
    }
  };
  const holdAgain = async (): Promise<void> => {
    try {
      const { data } = await client.mutate({ mutation: holdRunAgain, variables: { id } });
      const answer = data?.holdRunAgain;
      if (answer?.__typename === 'IdentityRun') return void sayDone(say('identity.runHeldAgain'));
      sayFailed(answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('identity.failed'));
      await refetch();
    } catch {
      sayFailed(say('identity.failed'), () => void holdAgain());
    }
  };

  if (refused)
    return (
      <div ref={place} className={styles.run}>
        {say('identity.runRefused', { when: ago(run.at), by: refused.by, answered: ago(refused.at) })}{' '}
        {heldText(run, say, number)} {say('identity.runRefusedText')}{' '}
        {may('Mutation.holdRunAgain') && (
          <Button tone="quiet" flush onClick={() => void holdAgain()}>
            {say('identity.runHoldAgain')}
          </Button>
        )}
      </div>
    );
  return (
    <div ref={place} className={styles.held} role="status">
      <TriangleAlert size={16} aria-hidden />
      <p>
        <b>{say('identity.runHeld', { when: ago(run.at) })}</b> {heldText(run, say, number)}{' '}
        {refusedBefore &&
          `${say('identity.runRefusedBefore', { by: refusedBefore.by, answered: ago(refusedBefore.at) })} `}
        {publishing
          ? say('identity.runPublishing', { by: publishing.by, asked: ago(publishing.at) })
          : say('identity.runHeldText')}{' '}
        {may('Query.imports') && !publishing && (
          <Link to="/import" className={styles.came}>
            {say('identity.runWhatCame')}
          </Link>
        )}
      </p>
      {may('Mutation.lookAtEverybody') && !publishing && (
        <Button disabled={isAwaited} onClick={() => void look(true)}>
          {say('identity.runPublish')}
        </Button>
      )}
      {may('Mutation.refuseRun') && (
        <Button onClick={() => void refuse()}>
          {say(publishing ? 'identity.runCallOff' : 'identity.runRefuse')}
        </Button>
      )}
    </div>
  );
}

interface Answered {
  by: string;
  at: string;
}
interface Props {
  run: Parameters<typeof heldText>[0] & {
    id: string;
    at: string;
    publishing: Answered | null;
    refused: Answered | null;
    refusedBefore: Answered | null;
  };
  /** Whether another run was asked for and has not come yet. */
  isAwaited: boolean;
  /** Looks at everybody again; with `true` published although much moves. */
  look: (publish: boolean) => Promise<void>;
  refetch: () => Promise<unknown>;
}
