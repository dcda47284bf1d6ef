import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import { teamsById } from './data/desk.ts';
import { lockFields, putFields } from './data/ticket-fields.ts';
import { badChange, type DeskRefusal, kindStands, noSuch, tooManyFields } from './domain/desk.ts';
import {
  fieldWish,
  isChosen,
  keyFor,
  mostFields,
  nextOptions,
  type TicketField,
} from './domain/ticket-field.ts';

const noSuchField = noSuch('There is no such field.');

/** Keeps a field of one's own: a new one at the end, or another state of the one with this id. Its key and kind are for good. */
export async function saveTicketField(
  tx: Tx,
  actor: Actor,
  id: string | null,
  wish: unknown,
  now: Date,
): Promise<Result<TicketField, DeskRefusal>> {
  const read = fieldWish.safeParse(wish);
  if (!read.success) return refuse(badChange(String(read.error.issues[0]?.path[0] ?? 'name')));
  const { options, teamIds, ...said } = read.data;
  const all = await lockFields(tx);
  const before = id ? all.find((field) => field.id === id.toLowerCase()) : undefined;
  if (id && !before) return refuse(noSuchField);
  if (before && before.kind !== said.kind) return refuse(kindStands);
  if (!before && all.filter(({ removedAt }) => !removedAt).length >= mostFields) return refuse(tooManyFields);
  const others = all.filter((field) => field.id !== before?.id);
  if (others.some(({ name, removedAt }) => !removedAt && name.toLowerCase() === said.name.toLowerCase()))
    return refuse(badChange('name'));
  if ((await teamsById(tx, teamIds)).some((team) => !team)) return refuse(badChange('teamIds'));
  const field: TicketField = {
    ...said,
    id: before?.id ?? newId(),
    key: before?.key ?? keyFor(said.name, new Set(all.map(({ key }) => key))),
    options: isChosen(said.kind) ? nextOptions(before?.options ?? [], options) : [],
    teamIds: [...new Set(teamIds)],
    place: before?.place ?? Math.max(0, ...all.map(({ place }) => place)) + 1,
    createdAt: before?.createdAt ?? now,
    removedAt: null,
  };
  await putFields(tx, [field]);
  await recordAudit(tx, actor, {
    action: 'save-ticket-field',
    subjectType: 'TicketField',
    subjectId: field.id,
    details: { key: field.key, kind: field.kind, dataClass: field.dataClass },
  });
  return accept(field);
}

/** Puts a field away, or (`null`) back: what stands in it stays with the tickets either way. */
export async function putAwayField(
  tx: Tx,
  actor: Actor,
  id: string,
  at: Date | null,
): Promise<Result<TicketField, DeskRefusal>> {
  const before = isId(id) ? (await lockFields(tx)).find((field) => field.id === id.toLowerCase()) : undefined;
  if (!before) return refuse(noSuchField);
  const field = { ...before, removedAt: at };
  await putFields(tx, [field]);
  await recordAudit(tx, actor, {
    action: at ? 'put-away-ticket-field' : 'put-back-ticket-field',
    subjectType: 'TicketField',
    subjectId: field.id,
    details: { key: field.key },
  });
  return accept(field);
}

/** Puts fields into another order; those that are not named stay behind them as they were. */
export async function orderTicketFields(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Result<TicketField[], DeskRefusal>> {
  const all = await lockFields(tx);
  const byId = new Map(all.map((field) => [field.id, field]));
  const named = [...new Set(ids)].map((id) => byId.get(id.toLowerCase()));
  if (named.some((field) => !field)) return refuse(noSuchField);
  const first = named as TicketField[];
  const ordered = [...first, ...all.filter((field) => !first.includes(field))].map((field, place) => ({
    ...field,
    place: place + 1,
  }));
  await putFields(tx, ordered);
  await recordAudit(tx, actor, { action: 'order-ticket-fields', details: { count: ordered.length } });
  return accept(ordered.filter(({ removedAt }) => !removedAt));
}
