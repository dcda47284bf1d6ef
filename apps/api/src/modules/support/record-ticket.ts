import { newId } from '#kernel/id';
import { anythingPromised } from '#modules/clocks';
import {
  type LocatedPerson,
  type Moved,
  movedBetween,
  type Recorded,
  type Recorder,
  type SignalKind,
  type Told,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import type { Tx } from '#platform/database';
import { claimMessages, messagesFollow } from './data/messages.ts';
import { putEvents } from './data/ticket-events.ts';
import { allFields } from './data/ticket-fields.ts';
import { forgetTickets, lockTickets, putTickets } from './data/tickets.ts';
import { hearFields } from './domain/hear-fields.ts';
import { tellMessage } from './domain/message.ts';
import { asTheSourceSays, letOurWordsStand } from './domain/our-word.ts';
import { type TicketBody, ticketBody } from './domain/read-ticket-signal.ts';
import { isSolved, mergeTicket, type Ticket, tellTicket, ticketFactKeys } from './domain/ticket.ts';
import type { TicketEvent } from './domain/ticket-event.ts';
import { giveBackToWriters } from './give-back-to-writers.ts';
import { asEvents } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

const ownerOf = ({ customerId, sourceRecordId }: Ticket): LocatedPerson[] =>
  customerId && sourceRecordId ? [{ customerId, sourceRecordId }] : [];

const askAhead = (tx: Tx, told: readonly Told<TicketBody>[]) =>
  Promise.all([
    lockTickets(
      tx,
      told.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
    ),
    anythingPromised(tx),
    told.some(({ signal }) => signal.body.fields) ? allFields(tx) : [],
  ]);

type Asked = Awaited<ReturnType<typeof askAhead>>;

const record: Recorder<TicketBody, Asked> = async (tx, items, asked = askAhead(tx, items)) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const [locked, promises, fields] = await asked;
  const tickets = new Map<string, Ticket>(
    locked.map((ticket) => [thingKey(ticket.sourceId, ticket.sourceKey), ticket]),
  );
  const events: TicketEvent[] = [];
  const moved: Moved[] = [];
  for (const item of items) {
    const key = thingKey(item.sourceId, item.signal.subjectKey);
    const before = tickets.get(key);
    const said = mergeTicket(before && asTheSourceSays(before), {
      id: newId(),
      sourceId: item.sourceId,
      sourceKey: item.signal.subjectKey,
      body: item.signal.body,
      customerId: item.customerId ?? null,
      sourceRecordId: item.sourceRecordId ?? null,
      companyId: item.companyId ?? null,
      at: item.at,
      signalId: item.signalId,
    });
    const ours = before ? letOurWordsStand(before, said) : said;
    const isNewer = !before || item.at.getTime() >= before.observedAt.getTime();
    const after = hearFields(ours, item.signal.body.fields ?? {}, fields, isNewer);
    tickets.set(key, after);
    if (before?.signalId && before.status !== after.status)
      events.push(
        ...asEvents(after.id, [{ field: 'status', before: before.status, after: after.status }], {
          actor: null,
          at: item.at,
          signalId: item.signalId,
        }),
      );
    const what = { keys: ticketFactKeys(after.sourceKey), about: { type: 'Ticket', id: after.id } };
    moved.push(...movedBetween(before, after, what));
    // A ticket that only its messages told of, or that was nobody's, has told nobody anything yet.
    const told = before?.signalId && before.sourceRecordId ? before : undefined;
    tellTo(ownerOf(after), item.signalId, tellTicket(told, after, item.at), recorded);
  }
  await putTickets(tx, [...tickets.values()]);
  await putEvents(tx, events);

  const byId = new Map([...tickets.values()].map((ticket) => [ticket.id, ticket]));
  if (moved.length > 0)
    messagesFollow(
      tx,
      [...new Set(moved.map(({ about }) => about!.id))].map((id) => ({ ...byId.get(id)!, ticketId: id })),
    );
  // Only a ticket that was nobody's can have messages that wait.
  const claiming = locked.filter(({ sourceRecordId }) => !sourceRecordId).map(({ id }) => id);
  for (const message of await claimMessages(tx, claiming)) {
    const ticket = byId.get(message.ticketId)!;
    tellTo(ownerOf(ticket), message.signalId, tellMessage(message, ticket), recorded);
  }
  // What was solved before we heard of it promises nothing to anybody.
  const known = new Set(locked.map(({ id }) => id));
  if (promises)
    await windTickets(
      tx,
      [...byId.values()].filter((ticket) => !isSolved(ticket) || known.has(ticket.id)),
      true,
    );
  return {
    ...recorded,
    concerned: [...byId.values()].flatMap(({ customerId }) => customerId ?? []),
    moved,
  };
};

/** A ticket was opened, answered, solved, reopened or changed. */
export const ticketSignal: SignalKind<TicketBody, Asked> = {
  kind: 'ticket',
  description: 'A question somebody asked us: where it stands and who looks after it.',
  schema: ticketBody,
  concernsPerson: false,
  record,
  askAhead,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'ticket', subjectKeys);
    await forgetTickets(tx, sourceId, subjectKeys);
    return giveBackToWriters(tx, sourceId, subjectKeys);
  },
};
