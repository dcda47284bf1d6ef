import type { Viewer } from '#platform/graphql';
import type { Actor } from '../actor.ts';

/** Who asks, as decisions remember them. */
export const actorOf = ({ kind, id, name }: Viewer): Actor => ({ kind, id, name });
