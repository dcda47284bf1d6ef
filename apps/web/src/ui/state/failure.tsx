import { CloudOff } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

/** What is shown where something broke: never a dead end, always with the number support will ask for. */
export function Failure({ traceId, onRetry }: { traceId?: string; onRetry: () => void }) {
  const say = useWords();
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
