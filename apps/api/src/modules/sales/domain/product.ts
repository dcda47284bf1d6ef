/** Something we sell. */
export interface Product {
  id: string;
  sourceId: string;
  sourceKey: string;
  name: string;
  sku: string | null;
  observedAt: Date;
  /** `null` while only orders have told of it. */
  signalId: string | null;
}
