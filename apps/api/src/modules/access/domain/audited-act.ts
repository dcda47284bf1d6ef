import type { AuditedSubject } from './audited-subjects.ts';

/** One thing that was done, for the trail that nobody can change. Names fields and ids; never the hidden values themselves. */
export interface AuditedAct {
  /** `merge-customers`, `sign-in`, `list-customers`. */
  action: string;
  subjectType?: AuditedSubject;
  subjectId?: string;
  customerId?: string;
  details?: Record<string, unknown>;
}
