/** A mailing, event or advertisement that many people were touched by. */
export interface Campaign {
  id: string;
  sourceId: string;
  sourceKey: string;
  name: string;
  channel: string;
  subject: string | null;
  sentAt: Date | null;
  observedAt: Date;
  /** `null` while only its touches have told of it. */
  signalId: string | null;
}
