import { CloudOff, Lock } from 'lucide-react';
import { isForbidden, traceOf } from '#lib/graphql/client.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

/** What is shown where something broke: never a dead end, always with the number support will ask for; what a role may not see is no failure. */
export function Failure({
  error,
  traceId = traceOf(error),
  onRetry,
}: {
  error?: unknown;
  /** Where only the number is at hand. */
  traceId?: string | undefined;
  onRetry: () => void;
}) {
  const say = useWords();
  if (isForbidden(error))
    return (
      <EmptyState
        icon={<Lock size={24} aria-hidden />}
        title={say('ui.notYours')}
        text={say('lib.refusal.FORBIDDEN')}
      />
    );
  return (
    <div role="alert">
      <EmptyState
        icon={<CloudOff size={24} aria-hidden />}
        title={say('ui.failed')}
        text={traceId ? say('ui.failedTrace', { traceId }) : say('ui.failedText')}
        action={
          <Button tone="primary" onClick={onRetry}>
            {say('ui.retry')}
          </Button>
        }
      />
    </div>
  );
}
