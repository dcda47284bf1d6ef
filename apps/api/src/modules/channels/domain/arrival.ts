/** Whom a provider says something is from: a telephone, or an id of its own. */
export interface Peer {
  phone?: string;
  email?: string;
  handle?: { kind: string; value: string };
  /** What they call themselves there. */
  name?: string;
}

/** A file that a provider keeps for us; it is not fetched while the message is taken in. */
export interface RemoteFile {
  /** Where it is, or (Meta) under which id. */
  at: string;
  type: string | null;
  name: string | null;
}

/** One thing that a provider told us, in our words. `key` is its own id: the same key never acts twice. */
export type Arrival = { key: string; at: Date } & (
  | { type: 'words'; peer: Peer; text: string; files: RemoteFile[]; conversation?: string; way?: string }
  | {
      type: 'receipt';
      externalId: string;
      letterId: string | null;
      state: ReceiptState;
      reason: string | null;
    }
  | {
      type: 'call';
      peer: Peer;
      /** Id of the call: what is told later of the same call is about the same. */
      callKey: string;
      direction: 'inbound' | 'outbound';
      outcome: string;
      seconds: number | null;
      recording: string | null;
    }
  | {
      /** Somebody on the line can be asked something now (`keys` is null), or pressed keys. */
      type: 'keypad';
      peer: Peer;
      callKey: string;
      direction: 'inbound' | 'outbound';
      keys: string | null;
      /** Whether they were asked to press once more. */
      isAgain: boolean;
    }
  | {
      type: 'voicemail';
      peer: Peer;
      callKey: string;
      seconds: number | null;
      transcript: string | null;
      recording: string | null;
    }
  | {
      type: 'mention';
      peer: Peer;
      text: string;
      url: string | null;
      site: string;
      rating: number | null;
      /** Of how many; 5 when missing. */
      ratingOutOf?: number;
      product?: string;
      language?: string;
    }
  | { type: 'noted'; reason: string }
  | { type: 'unreadable'; reason: string }
);

/** What became of a letter of ours on its way. */
export type ReceiptState = 'sent' | 'delivered' | 'read' | 'failed';

/** A telephone number as providers write it (`whatsapp:+40…`, `40722…`), in E.164; `null` for what is none (a short code, `anonymous`). */
export function phoneOf(told: string | undefined): string | null {
  const digits = told?.replace(/^whatsapp:/, '').replace(/[^\d+]/g, '') ?? '';
  const withPlus = digits.startsWith('+') ? digits : `+${digits}`;
  return /^\+[1-9]\d{6,14}$/.test(withPlus) ? withPlus : null;
}

/** By what a conversation is known: the other side's number or id. */
export const peerKeyOf = ({ phone, handle, email }: Peer): string | null =>
  phone ?? (handle ? `${handle.kind}:${handle.value}` : (email?.toLowerCase() ?? null));

/** Where an answer to somebody goes. */
export const addressOf = ({ phone, handle, email }: Peer): string => phone ?? handle?.value ?? email ?? '';

/** Seconds since 1970 as a moment; what is no such number is now. */
export const momentOf = (seconds: unknown, now: Date): Date => {
  const value = Number(seconds);
  // Milliseconds where a provider counts so (pages of Meta); a clock that runs ahead of ours is not believed.
  const at = new Date(value > 1e11 ? value : value * 1_000);
  return Number.isFinite(value) && value > 0 && at <= now ? at : now;
};
