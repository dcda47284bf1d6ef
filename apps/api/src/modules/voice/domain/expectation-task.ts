/** Something to mend: what is said before the purchase leads people to expect what the product was never made for. */
export interface ExpectationTask {
  id: string;
  /** The product it speaks of, by the name that customers know. */
  product: string;
  /** Of the cases with a known cause: how many were caused by what was expected. */
  caused: number;
  cases: number;
  lowerBound: number;
  meanGap: number | null;
  /** Whoever answers for what is said before the purchase. */
  assigneeId: string | null;
  assigneeName: string | null;
  madeAt: Date;
  doneAt: Date | null;
  doneByName: string | null;
  settings: string;
}
