import type { Db } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { appendAudit } from './data/audit.ts';

/** One thing that was done, for the trail that nobody can change. Names fields and ids; never the hidden values themselves. */
export interface AuditedAct {
  /** `merge-customers`, `sign-in`, `list-customers`. */
  action: string;
  subjectType?: string;
  subjectId?: string;
  customerId?: string;
  details?: Record<string, unknown>;
}

/** Who acts when nobody asked: a migration, the demo, the command line. */
export interface SystemActor {
  kind: 'system';
  id: null;
  name: string;
}

/** Writes down who did what, in the transaction that did it (or on its own, for reads in bulk). */
export const recordAudit = (
  db: Db,
  actor: Viewer | SystemActor,
  act: AuditedAct | AuditedAct[],
): Promise<void> => appendAudit(db, actor, Array.isArray(act) ? act : [act]);
