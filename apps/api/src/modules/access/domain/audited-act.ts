/** One thing that was done, for the trail that nobody can change. Names fields and ids; never the hidden values themselves. */
export interface AuditedAct {
  /** `merge-customers`, `sign-in`, `list-customers`. */
  action: string;
  subjectType?: string;
  subjectId?: string;
  customerId?: string;
  details?: Record<string, unknown>;
}
