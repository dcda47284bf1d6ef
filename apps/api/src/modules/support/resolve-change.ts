import { accept, type Result, refuse } from '#kernel/result';
import { usersById } from '#modules/access';
import type { Tx } from '#platform/database';
import { teamsById } from './data/desk.ts';
import { allFields } from './data/ticket-fields.ts';
import { badChange, badValue, type DeskRefusal } from './domain/desk.ts';
import type { FieldValue } from './domain/field-value.ts';
import { fitValue } from './domain/fit-value.ts';
import { isSolved } from './domain/ticket.ts';
import { type ResolvedChange, type TicketChange, ticketChange } from './domain/ticket-change.ts';
import type { TicketField } from './domain/ticket-field.ts';

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
  const solves = change.status !== undefined && isSolved({ status: change.status });
  if (!change.fields && !solves) return accept(resolved);
  const all = await allFields(tx);
  if (solves) resolved.required = all.filter((field) => field.isRequiredToSolve && !field.removedAt);
  const fields = fieldsOf(change.fields ?? {}, all);
  if (!fields.ok) return fields;
  resolved.fields = fields.value;
  return accept(resolved);
}

function fieldsOf(
  said: NonNullable<TicketChange['fields']>,
  all: readonly TicketField[],
): Result<{ field: TicketField; value: FieldValue | null }[], DeskRefusal> {
  const fields: { field: TicketField; value: FieldValue | null }[] = [];
  for (const [key, word] of Object.entries(said)) {
    const field = all.find((one) => one.key === key && !one.removedAt);
    if (!field) return refuse(badValue(key, `There is no field “${key.slice(0, 80)}”.`));
    const value = word === null ? null : fitValue(field, word);
    if (value && !value.ok) return refuse(badValue(key, value.refusal));
    fields.push({ field, value: value ? value.value : null });
  }
  return accept(fields);
}
