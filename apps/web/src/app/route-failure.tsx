import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { PartMissing, startAnew } from '#lib/parts.ts';
import { Failure } from '#ui/state/failure.tsx';

/** A page that broke: the frame stays, and trying again is one key away. */
export function RouteFailure({ error }: ErrorComponentProps) {
  const router = useRouter();
  const again = async () => {
    if (error instanceof PartMissing && (await startAnew())) return;
    await router.invalidate();
  };
  return <Failure error={error} onRetry={() => void again()} />;
}
