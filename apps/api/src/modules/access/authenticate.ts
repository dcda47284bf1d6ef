import type { Db } from '#platform/database';
import type { Site, Viewer } from '#platform/graphql';
import { anonymous } from './actor.ts';
import { sessionByHash, touchSession } from './data/sessions.ts';
import { cookieName, readCookie } from './domain/cookie.ts';
import { sessionLimits } from './domain/limits.ts';
import { hashToken } from './make-token.ts';

/** What is believed of a token, and until when. */
interface Belief {
  viewer: Viewer;
  until: number;
}

const most = 10_000;
const believed = new Map<string, Belief>();
const asking = new Map<string, Promise<Viewer>>();
// Counts how often sessions ended: an answer to a question asked in an older age is not kept.
let age = 0;

/** Forgets what is believed of sessions: call it after a commit that ended some. */
export function forgetSessions(): void {
  age += 1;
  believed.clear();
  asking.clear();
}

/** A request, as far as it shows a session. */
export interface SessionRequest {
  headers: { cookie?: string | undefined; authorization?: string | undefined };
}

/** Whether a program shows its session itself (`Authorization: Bearer …`): browsers never do that by themselves. */
export const showsBearer = ({ headers }: SessionRequest): boolean =>
  /^bearer /i.test(headers.authorization ?? '');

/** The token of a request's session: the one that is shown, else the cookie's. */
const tokenOf = (request: SessionRequest, site: Pick<Site, 'secure'>): string | null =>
  showsBearer(request)
    ? request.headers.authorization!.slice('bearer '.length).trim()
    : readCookie(request.headers.cookie, cookieName(site.secure));

/**
 * Says whose the session of a request is. The answer is believed for less than half a second, so that busy pages ask
 * PostgreSQL at most a few times a second and what was revoked by another process is revoked within that time.
 */
export async function authenticate(
  db: Db,
  request: SessionRequest,
  site: Pick<Site, 'secure'>,
): Promise<Viewer> {
  const token = tokenOf(request, site);
  if (token?.length !== 43) return anonymous;
  const known = believed.get(token);
  if (known && known.until > performance.now()) return known.viewer;
  let answer = asking.get(token);
  if (!answer) {
    const mine = ask(db, token).finally(() => asking.get(token) === mine && asking.delete(token));
    answer = mine;
    asking.set(token, mine);
  }
  return answer;
}

async function ask(db: Db, token: string): Promise<Viewer> {
  const askedIn = age;
  const until = performance.now() + sessionLimits.belief;
  const live = await sessionByHash(db, hashToken(token));
  if (live?.stale) await touchSession(db, live.sessionId);
  const viewer: Viewer = live
    ? {
        kind: 'user',
        id: live.userId,
        name: live.name,
        role: live.role,
        department: live.department,
        sessionId: live.sessionId,
      }
    : anonymous;
  if (askedIn === age) {
    if (believed.size >= most) believed.clear();
    believed.set(token, { viewer, until });
  }
  return viewer;
}
