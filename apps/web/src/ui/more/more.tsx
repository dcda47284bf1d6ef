import type { Following } from '#lib/graphql/use-following.ts';
import { Button } from '../button/button.tsx';
import { Failure } from '../state/failure.tsx';

/** The end of a list that goes on: the way to what follows, or why it did not come. */
export function More({ of, label }: { of: Following<unknown>; label: string }) {
  if (of.error) return <Failure error={of.error} onRetry={of.more} />;
  if (!of.hasMore) return null;
  return (
    <Button tone="quiet" flush disabled={of.isBusy} aria-busy={of.isBusy} onClick={of.more}>
      {label}
    </Button>
  );
}
