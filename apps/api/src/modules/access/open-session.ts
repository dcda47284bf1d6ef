import { newId } from '#kernel/id';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { insertSession, sweepSessions } from './data/sessions.ts';
import type { Account } from './data/users.ts';
import { hashToken, makeToken } from './make-token.ts';

/** Where a request came from, for the list of one's own sessions and the trail. */
export interface Caller {
  address: string | null;
  userAgent: string | null;
}

/** A session that was just opened; the token is known here and in the browser, nowhere else. */
export interface OpenedSession {
  viewer: Viewer;
  token: string;
}

/** Opens a session with a token that never was: what somebody planted in the browser before stays worthless. */
export async function openSession(tx: Tx, account: Account, caller: Caller): Promise<OpenedSession> {
  const token = makeToken();
  const sessionId = newId();
  await sweepSessions(tx, account.id);
  await insertSession(tx, {
    id: sessionId,
    tokenHash: hashToken(token),
    userId: account.id,
    epoch: account.sessionEpoch,
    ...caller,
  });
  const { id, name, role, department } = account;
  return { token, viewer: { kind: 'user', id, name, role, department, sessionId } };
}
