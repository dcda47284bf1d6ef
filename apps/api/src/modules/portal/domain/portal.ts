import { createHash, randomBytes } from 'node:crypto';

/** A link that lets a customer in once, or the session that it began. */
export interface PortalPass {
  id: string;
  kind: 'link' | 'session';
  /** SHA-256 of the secret that the customer holds. */
  tokenHash: string;
  email: string;
  createdAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  sourceRecordId: string;
  customerId: string;
}

const minuteMs = 60_000;

/** How long a link waits to be used, and a session lasts. */
export const linkMs = 20 * minuteMs;
export const sessionMs = 120 * minuteMs;
/** So many links are sent to one address in an hour. */
export const linksAnHour = 3;

/** A secret that nobody guesses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What a secret is kept as. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The words of a search as they are counted: lower case, one space, and nothing that may be somebody's own (addresses, long numbers). */
export function countedWords(query: string): string | null {
  const words = query
    .normalize('NFC')
    .toLowerCase()
    .replace(/\S*@\S*/g, ' ')
    .replace(/[+\d][\d\s().-]{4,}\d/g, ' ')
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return words.length >= 3 ? words : null;
}

/** Where a ticket stands, as the customer is told: `waiting` is for us to act, `yours` for them. */
export const shownStatus = (status: string): 'working' | 'yours' | 'solved' =>
  status === 'pending' ? 'yours' : status === 'solved' || status === 'closed' ? 'solved' : 'working';

/** So many tickets stand on a page. */
export const pageLength = 25;

/** Which page somebody asks for; what is no number is the first. */
export const pageIn = (search: URLSearchParams): number => {
  const page = search.get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
};

/** A session ends two hours after the last look at a page, and twelve after it began. */
export const sessionAtMostMs = 720 * minuteMs;

/** Until when a session is kept alive by a look at this moment; nothing when it need not be written down yet, or may not. */
export function keptUntil(pass: Pick<PortalPass, 'createdAt' | 'expiresAt'>, now: Date): Date | null {
  const latest = pass.createdAt.getTime() + sessionAtMostMs;
  const until = Math.min(now.getTime() + sessionMs, latest);
  return until - pass.expiresAt.getTime() >= sessionMs / 4 ? new Date(until) : null;
}
