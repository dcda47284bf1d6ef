/** What everything that hangs on a customer's record carries: who told it, under which key, and of whom. */
export interface Hung {
  id: string;
  sourceId: string;
  sourceKey: string;
  customerId: string;
  sourceRecordId: string;
  /** The signal that told it; `null` for what was written here. */
  signalId: string | null;
}
