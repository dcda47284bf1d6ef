import type { Viewer } from '#platform/graphql';

/** Who acts when nobody asked: the start of the program, the command line. */
export interface SystemActor {
  kind: 'system';
  id: null;
  name: string;
}

/** Who did it, for the audit trail. */
export type Actor = Viewer | SystemActor;

/** The program itself, or an operator at its command line. */
export const systemActor = (name = 'Ancora'): SystemActor => ({ kind: 'system', id: null, name });

/** Nobody yet. */
export const anonymous: Viewer = Object.freeze({
  kind: 'anonymous',
  id: null,
  name: '',
  role: 'anonymous',
  department: null,
});
