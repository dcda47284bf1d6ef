import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { forgetSessions } from './authenticate.ts';
import { deleteSession } from './data/sessions.ts';
import { recordAudit } from './record-audit.ts';

/** Ends one of one's own sessions: this one (signing out) or another. Says whether there was one. */
export async function endSession(tx: Tx, viewer: Viewer, sessionId: string): Promise<boolean> {
  if (!viewer.id) return false;
  const ended = await deleteSession(tx, sessionId, viewer.id);
  if (ended) {
    const action = sessionId === viewer.sessionId ? 'sign-out' : 'end-session';
    await recordAudit(tx, viewer, { action, subjectType: 'Session', subjectId: sessionId });
    tx.afterCommit(forgetSessions);
  }
  return ended;
}
