/** A mail as it matters to us: read out of its bytes, nothing decided yet. */
export interface Mail {
  /** `<…@…>`; one of our own making, out of the bytes, where the sender gave none. */
  messageId: string;
  /** Message ids that this one answers, the nearest first. */
  answers: readonly string[];
  /** Lower case; empty where there is none that can be read. */
  fromAddress: string;
  fromName: string | null;
  /** Where the sender wants answers to go, when that is elsewhere. */
  replyTo: string | null;
  to: readonly string[];
  subject: string;
  /** Plain text; of a mail in HTML alone, what a person would read of it. */
  text: string;
  /** Lower-case names; a header that comes twice keeps the first. */
  headers: ReadonlyMap<string, string>;
  attachments: readonly { name: string | null; type: string; bytes: number; content: Uint8Array }[];
  /** What a mail server reports of a mail of ours. */
  report: DeliveryReport | null;
}

/** What a delivery status notification says (RFC 3464). */
export interface DeliveryReport {
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  action: string;
  /** RFC 3463: `5.1.1`. */
  status: string | null;
  recipient: string | null;
  diagnostic: string | null;
  /** Message id of the mail that it is about. */
  about: string | null;
}
