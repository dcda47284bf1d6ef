import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { traceOf } from '#lib/graphql/client.ts';
import { Failure } from '#ui/state/failure.tsx';

/** A page that broke: the frame stays, and trying again is one key away. */
export function RouteFailure({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <Failure traceId={traceOf(error)} onRetry={() => void router.invalidate()} />;
}
