import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Macro, Presence, Team, TicketLink } from '../domain/desk.ts';
import { MacroEntity, TeamEntity, TicketLinkEntity, TicketPresenceEntity } from './desk.entity.ts';

/** Teams that there are, by name. */
export const allTeams = (db: Db): Promise<Team[]> =>
  db.named<Team>(
    'teams',
    `SELECT ${columnsOf(TeamEntity, 't')} FROM team t WHERE t.removed_at IS NULL ORDER BY t.name, t.id`,
  );

/** Teams by id, removed ones too. */
export async function teamsById(db: Db, ids: readonly string[]): Promise<(Team | null)[]> {
  const rows = await db.named<Team>(
    'teams-by-id',
    `SELECT ${columnsOf(TeamEntity, 't')} FROM team t WHERE t.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** Keeps a team: a new one, or another state of the one with its id. */
export async function putTeam(tx: Tx, team: Team): Promise<void> {
  await putRows(
    tx,
    TeamEntity,
    [team],
    'ON CONFLICT (id) DO UPDATE SET name = excluded.name, member_ids = excluded.member_ids, removed_at = excluded.removed_at',
  );
}

/** Macros that there are: those most used first. */
export const allMacros = (db: Db): Promise<Macro[]> =>
  db.named<Macro>(
    'macros',
    `SELECT ${columnsOf(MacroEntity, 'm')} FROM macro m WHERE m.removed_at IS NULL ORDER BY m.uses DESC, m.created_at, m.id LIMIT 500`,
  );

/** Macros by id, removed ones too. */
export async function macrosById(db: Db, ids: readonly string[]): Promise<(Macro | null)[]> {
  const rows = await db.named<Macro>(
    'macros-by-id',
    `SELECT ${columnsOf(MacroEntity, 'm')} FROM macro m WHERE m.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** Keeps a macro: a new one, or another state of the one with its id. */
export async function putMacro(tx: Tx, macro: Macro): Promise<void> {
  await putRows(
    tx,
    MacroEntity,
    [macro],
    'ON CONFLICT (id) DO UPDATE SET name = excluded.name, bodies = excluded.bodies, change = excluded.change, removed_at = excluded.removed_at',
  );
}

/** Counts that a macro was sent, or taken back. */
export function countMacro(tx: Tx, id: string, by: 1 | -1): void {
  tx.later('macro-count', 'UPDATE macro SET uses = greatest(0, uses + $2) WHERE id = $1', [id, by]);
}

/** Says that somebody is at a ticket; answers whether that is news. */
export async function putPresence(tx: Tx, presence: Presence, gone: Date): Promise<boolean> {
  const [before] = await tx.named<{ doing: string; seenAt: Date }>(
    'presence-of',
    'SELECT doing, seen_at AS "seenAt" FROM ticket_presence WHERE ticket_id = $1 AND user_id = $2',
    [presence.ticketId, presence.userId],
  );
  await putRows(
    tx,
    TicketPresenceEntity,
    [presence],
    'ON CONFLICT (ticket_id, user_id) DO UPDATE SET user_name = excluded.user_name, doing = excluded.doing, seen_at = excluded.seen_at',
  );
  return !before || before.doing !== presence.doing || before.seenAt < gone;
}

/** Forgets that somebody is at a ticket. */
export function dropPresence(tx: Tx, ticketId: string, userId: string): void {
  tx.later('presence-drop', 'DELETE FROM ticket_presence WHERE ticket_id = $1 AND user_id = $2', [
    ticketId,
    userId,
  ]);
}

/** Who is at each ticket and was heard of since. */
export async function presenceByTicket(
  db: Db,
  keys: readonly { ticketId: string; since: string }[],
): Promise<Presence[][]> {
  const rows = await db.named<Presence & { place: number }>(
    'presence-by-ticket',
    `SELECT asked.place::int AS place, ${columnsOf(TicketPresenceEntity, 'p')}
       FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS asked(ticket, since, place)
       JOIN ticket_presence p ON p.ticket_id = asked.ticket AND p.seen_at >= asked.since
      ORDER BY asked.place, p.user_name, p.user_id`,
    [keys.map(({ ticketId }) => ticketId), keys.map(({ since }) => since)],
  );
  return inPlaces(rows, keys.length);
}

/** Keeps that two tickets belong together. */
export async function putLink(tx: Tx, link: TicketLink): Promise<void> {
  await putRows(tx, TicketLinkEntity, [link], 'ON CONFLICT DO NOTHING');
}

/** Forgets that two tickets belong together. */
export function dropLink(tx: Tx, ticketId: string, otherId: string): void {
  tx.later(
    'link-drop',
    'DELETE FROM ticket_link WHERE (ticket_id = $1 AND other_id = $2) OR (ticket_id = $2 AND other_id = $1)',
    [ticketId, otherId],
  );
}

/** A link as seen from one of its tickets. */
export interface SeenLink {
  otherId: string;
  kind: TicketLink['kind'];
}

/** The tickets that belong to each ticket. */
export async function linksByTicket(db: Db, ticketIds: readonly string[]): Promise<SeenLink[][]> {
  const rows = await db.named<SeenLink & { place: number }>(
    'links-by-ticket',
    `SELECT asked.place::int AS place, CASE WHEN l.ticket_id = asked.ticket THEN l.other_id ELSE l.ticket_id END AS "otherId", l.kind
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(ticket, place)
       JOIN ticket_link l ON l.ticket_id = asked.ticket OR l.other_id = asked.ticket
      ORDER BY asked.place, l.created_at, 2 LIMIT 500`,
    [ticketIds],
  );
  return inPlaces(rows, ticketIds.length);
}

/** The ticket that the same customer opened before each of these. */
export async function previousTicketIds(db: Db, ticketIds: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.named<{ place: number; id: string }>(
    'tickets-previous',
    `SELECT asked.place::int AS place, p.id FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(ticket, place)
       JOIN ticket t ON t.id = asked.ticket
      CROSS JOIN LATERAL (SELECT o.id FROM ticket o
         WHERE o.customer_id = t.customer_id AND o.merged_into_id IS NULL AND (o.opened_at, o.id) < (t.opened_at, t.id)
         ORDER BY o.opened_at DESC, o.id DESC LIMIT 1) p`,
    [ticketIds],
  );
  const found = new Map(rows.map(({ place, id }) => [place, id]));
  return ticketIds.map((_, index) => found.get(index + 1) ?? null);
}

/** Tickets of a customer that are not solved and have a policy to be wound by. */
export const ticketsAtWork = (tx: Tx, after: string | null, first: number): Promise<{ id: string }[]> =>
  tx.named<{ id: string }>(
    'tickets-at-work',
    `SELECT t.id FROM ticket t WHERE t.status IN ('new', 'open', 'pending', 'hold') AND t.merged_into_id IS NULL
        AND ($1::uuid IS NULL OR t.id > $1) ORDER BY t.id LIMIT $2`,
    [after, first],
  );
