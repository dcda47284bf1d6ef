import type { Db, Tx } from '#platform/database';
import { sessionLimits } from '../domain/limits.ts';
import type { Role } from '../domain/roles.ts';

/** A live session and whose it is. */
export interface LiveSession {
  sessionId: string;
  userId: string;
  name: string;
  role: Role;
  department: string | null;
  /** Whether the last use should be written down again. */
  stale: boolean;
}

/** A session as its owner sees it. */
export interface SessionRow {
  id: string;
  userId: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  address: string | null;
}

const alive = `s.epoch = u.session_epoch AND u.disabled_at IS NULL AND s.expires_at > now()
  AND s.last_seen_at > now() - interval '${sessionLimits.idle} milliseconds'`;

/** The live session with this token's hash, or nobody. */
export async function sessionByHash(db: Db, hash: Buffer): Promise<LiveSession | null> {
  const [row] = await db.named<LiveSession>(
    'session-by-hash',
    `SELECT s.id AS "sessionId", u.id AS "userId", u.name, u.role, u.department,
            s.last_seen_at < now() - interval '${sessionLimits.seen} milliseconds' AS stale
       FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.token_hash = $1 AND ${alive}`,
    [hash],
  );
  return row ?? null;
}

/** Writes down that a session was used. */
export const touchSession = (db: Db, id: string): Promise<unknown> =>
  db.named('touch-session', 'UPDATE session SET last_seen_at = now() WHERE id = $1', [id]);

/** Writes a new session. */
export const insertSession = (
  tx: Tx,
  session: {
    id: string;
    tokenHash: Buffer;
    userId: string;
    epoch: number;
    userAgent: string | null;
    address: string | null;
  },
): Promise<unknown> =>
  tx.named(
    'insert-session',
    `INSERT INTO session (id, token_hash, user_id, epoch, user_agent, address, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + interval '${sessionLimits.absolute} milliseconds')`,
    [
      session.id,
      session.tokenHash,
      session.userId,
      session.epoch,
      session.userAgent?.slice(0, 300) ?? null,
      session.address,
    ],
  );

/** Removes sessions that are over. */
export const sweepSessions = (tx: Tx, userId: string): Promise<unknown> =>
  tx.named(
    'sweep-sessions',
    `DELETE FROM session s USING app_user u WHERE u.id = s.user_id AND s.user_id = $1 AND NOT (${alive})`,
    [userId],
  );

/** Live sessions of each person, newest use first. */
export async function sessionsByUser(db: Db, userIds: readonly string[]): Promise<SessionRow[][]> {
  const rows = await db.named<SessionRow>(
    'sessions-by-user',
    `SELECT s.id, s.user_id AS "userId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.user_agent AS "userAgent", s.address
       FROM session s JOIN app_user u ON u.id = s.user_id
      WHERE s.user_id = ANY($1::uuid[]) AND ${alive} ORDER BY s.last_seen_at DESC, s.id`,
    [userIds],
  );
  return userIds.map((id) => rows.filter((row) => row.userId === id));
}

/** Ends one session of one person; says whether there was one. */
export async function deleteSession(tx: Tx, id: string, userId: string): Promise<boolean> {
  const rows = await tx.named(
    'delete-session',
    'DELETE FROM session WHERE id = $1 AND user_id = $2 RETURNING id',
    [id, userId],
  );
  return rows.length > 0;
}
