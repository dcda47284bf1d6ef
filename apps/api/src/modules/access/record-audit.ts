import type { Db } from '#platform/database';
import type { Actor } from './actor.ts';
import { appendAudit } from './data/audit.ts';
import type { AuditedAct } from './domain/audited-act.ts';

/** Writes down who did what, in the transaction that did it (or on its own, for reads in bulk). */
export const recordAudit = (db: Db, actor: Actor, act: AuditedAct | AuditedAct[]): Promise<void> =>
  appendAudit(db, actor, Array.isArray(act) ? act : [act]);
