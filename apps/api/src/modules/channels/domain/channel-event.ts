/**
 * What became of something that a provider told: `ticket` opened one, `message` went into one, `answer` answered a survey, `call` was written down, `mention` waits to
 * be read, `receipt` told of a letter of ours, `noted` changed nothing, `unreadable` is kept for a person to look at.
 */
export const eventOutcomes = [
  'ticket',
  'message',
  'answer',
  'call',
  'mention',
  'receipt',
  'noted',
  'unreadable',
] as const;
export type EventOutcome = (typeof eventOutcomes)[number];

/** One thing that a provider told, kept as it came. */
export interface ChannelEvent {
  id: string;
  channelId: string;
  /** The provider's own id: the same never acts twice, at any age. */
  eventKey: string;
  receivedAt: Date;
  raw: string;
  outcome: EventOutcome;
  reason: string | null;
  threadKey: string | null;
  letterId: string | null;
  signalId: string | null;
  sourceRecordId: string | null;
  customerId: string | null;
}
