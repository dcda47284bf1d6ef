/** What somebody and we write to each other on one channel, until it falls silent: one ticket. */
export interface Conversation {
  id: string;
  /** Counts upwards; its ticket is called by it. */
  number: number;
  channelId: string;
  /** By what the other side is known there. */
  peer: string;
  /** Where answers go. */
  toAddress: string;
  /** The provider's own name for it, where it has one. */
  outsideKey: string | null;
  /** Subject key of its ticket. */
  threadKey: string;
  openedAt: Date;
  /** When they last wrote: WhatsApp and pages take free words for a day from then on. */
  lastInAt: Date;
  lastAt: Date;
  sourceRecordId: string | null;
  customerId: string | null;
}

const dayMs = 24 * 3_600_000;

/** After so long a silence what is written is about something else. */
export const silenceMs = 7 * dayMs;

/** Whether what is written now goes on in a conversation that was left then. */
export const goesOn = ({ lastAt }: Pick<Conversation, 'lastAt'>, at: Date): boolean =>
  at.getTime() - lastAt.getTime() <= silenceMs;

/** What may be written to somebody on a channel, and for how long. */
export interface WritingRoom {
  /** The longest text that is taken. */
  charactersAtMost: number | null;
  /** Counted in parts of 160 or 70 signs, each of which is paid for. */
  inSegments: boolean;
  /** Until when words of one's own are taken; `null` when there is no such limit. */
  openUntil: Date | null;
}

/** What each way takes. WhatsApp and pages of Meta take free words for 24 hours after the customer wrote. */
export function writingRoom(way: string, provider: string, lastInAt: Date | null): WritingRoom {
  const window =
    (way === 'whatsapp' || way === 'messenger') && lastInAt ? new Date(lastInAt.getTime() + dayMs) : null;
  const most =
    way === 'sms' || provider === 'twilio-whatsapp'
      ? 1_600
      : way === 'whatsapp'
        ? 4_096
        : way === 'messenger'
          ? 2_000
          : null;
  return { charactersAtMost: most, inSegments: way === 'sms', openUntil: window };
}
