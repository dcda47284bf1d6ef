import type { Manifest } from './manifest.ts';

let laid: readonly Manifest[] | undefined;

/** Tells everybody who lives in the house, once, when the graph is built: resolvers are made without arguments. */
export function layNeighbours(modules: readonly Manifest[]): void {
  laid = modules;
}

/** Who lives in the house. Only for what concerns all subjects alike: a merge, the search. */
export function neighbours(): readonly Manifest[] {
  if (!laid) throw new Error('Nobody has said which subjects there are: call layNeighbours first.');
  return laid;
}
