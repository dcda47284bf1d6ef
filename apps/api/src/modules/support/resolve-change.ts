import { accept, type Result, refuse } from '#kernel/result';
import { usersById } from '#modules/access';
import type { Tx } from '#platform/database';
import { teamsById } from './data/desk.ts';
import { badChange, type DeskRefusal } from './domain/desk.ts';
import { type ResolvedChange, ticketChange } from './domain/ticket-change.ts';

/** Reads what somebody wants done, and finds the people it speaks of. */
export async function resolveChange(tx: Tx, wish: unknown): Promise<Result<ResolvedChange, DeskRefusal>> {
  const read = ticketChange.safeParse(wish);
  if (!read.success) return refuse(badChange(String(read.error.issues[0]?.path[0] ?? 'change')));
  const change = read.data;
  const resolved: ResolvedChange = { change };
  if (change.assigneeId !== undefined) {
    const [user] = change.assigneeId ? await usersById(tx, [change.assigneeId]) : [null];
    if (change.assigneeId && (!user || user.disabledAt)) return refuse(badChange('assigneeId'));
    resolved.assignee = user ? { id: user.id, name: user.name } : null;
  }
  if (change.teamId !== undefined) {
    const [team] = change.teamId ? await teamsById(tx, [change.teamId]) : [null];
    if (change.teamId && (!team || team.removedAt)) return refuse(badChange('teamId'));
    resolved.team = team ? { id: team.id, name: team.name } : null;
  }
  return accept(resolved);
}
