import { newId } from '#kernel/id';
import { anythingPromised } from '#modules/clocks';
import {
  type Recorded,
  type Recorder,
  type SignalKind,
  type Told,
  tellTo,
  thingKey,
  untold,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import type { Tx } from '#platform/database';
import { customersAmong, deleteMessages, putMessages } from './data/messages.ts';
import { putEvents } from './data/ticket-events.ts';
import { forgetSilentTickets, lockTickets, putTickets } from './data/tickets.ts';
import { authorKindOf, type Message, tellMessage } from './domain/message.ts';
import { isInOurHands, isOurOwn } from './domain/our-word.ts';
import { type MessageBody, messageBody } from './domain/read-message-signal.ts';
import { isSolved, stubTicket, type Ticket, tellTicket } from './domain/ticket.ts';
import { whenTheCustomerWrites } from './domain/ticket-change.ts';
import type { TicketEvent } from './domain/ticket-event.ts';
import { asEvents } from './tell-ticket-news.ts';
import { windTickets } from './wind-tickets.ts';

/** Which of those who wrote are people that their source knows as customers. */
const askAuthors = (tx: Tx, told: readonly Told<MessageBody>[]): Promise<Set<string>> => {
  const authors = told.flatMap(({ sourceId, signal: { body } }) =>
    !body.authorKind && body.authorKey ? [{ sourceId, key: body.authorKey }] : [],
  );
  return authors.length > 0 ? customersAmong(tx, authors) : Promise.resolve(new Set());
};

const askAhead = (tx: Tx, told: readonly Told<MessageBody>[]) =>
  Promise.all([
    lockTickets(
      tx,
      told.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.body.ticketKey })),
    ),
    anythingPromised(tx),
    // Somebody of whom these signals tell may be one of those who wrote.
    told.some(({ signal }) => signal.person || signal.others) ? undefined : askAuthors(tx, told),
  ]);

type Asked = Awaited<ReturnType<typeof askAhead>>;

const record: Recorder<MessageBody, Asked> = async (tx, items, asked = askAhead(tx, items)) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const [locked, promises, known] = await asked;
  const customers = known ?? (await askAuthors(tx, items));
  const tickets = new Map<string, Ticket>(
    locked.map((ticket) => [thingKey(ticket.sourceId, ticket.sourceKey), ticket]),
  );
  const changed = new Set<Ticket>();
  const messages = new Map<string, Message>();
  const touched = new Set<Ticket>();
  const told: TicketEvent[] = [];
  const woken: { before: Ticket; after: Ticket; at: Date }[] = [];

  for (const item of items) {
    const { body, subjectKey } = item.signal;
    const { sourceId, signalId, at } = item;
    const whose = {
      customerId: item.customerId ?? null,
      sourceRecordId: item.sourceRecordId ?? null,
      companyId: item.companyId ?? null,
    };
    const key = thingKey(sourceId, body.ticketKey);
    let ticket = tickets.get(key);
    if (!ticket) {
      ticket = stubTicket({ id: newId(), sourceId, sourceKey: body.ticketKey, ...whose }, at, untold);
      tickets.set(key, ticket);
      changed.add(ticket);
    } else if (!ticket.signalId && !isOurOwn(ticket)) {
      // Still only known from messages: it opened with the first of them, and is whoever's wrote.
      if (at < ticket.openedAt) changed.add(Object.assign(ticket, { openedAt: at }));
      if (!ticket.sourceRecordId && whose.sourceRecordId) changed.add(Object.assign(ticket, whose));
    }

    const authorKind = authorKindOf(body, customers);
    if (authorKind === 'customer' && body.isPublic && isInOurHands(ticket)) {
      const { after, events } = whenTheCustomerWrites(ticket, at);
      if (events.length > 0) {
        woken.push({ before: { ...ticket }, after: Object.assign(ticket, after), at });
        changed.add(ticket);
        told.push(...asEvents(ticket.id, events, { actor: null, at, signalId }));
      }
    }
    touched.add(ticket);
    const owner = ticket.sourceRecordId ? ticket : whose;
    const { customerId, sourceRecordId } = owner;
    messages.set(thingKey(sourceId, subjectKey), {
      id: newId(),
      sourceId,
      sourceKey: subjectKey,
      ticketId: ticket.id,
      customerId,
      sourceRecordId,
      authorKind,
      authorName: body.authorName ?? null,
      isPublic: body.isPublic,
      body: body.text,
      at,
      signalId,
      authorId: null,
      placedInId: null,
      ticketBefore: null,
    });
    if (customerId && sourceRecordId)
      tellTo(
        [{ customerId, sourceRecordId }],
        signalId,
        tellMessage({ ...body, authorKind, at }, ticket),
        recorded,
      );
  }
  await putTickets(tx, [...changed]);
  await putMessages(tx, [...messages.values()]);
  await putEvents(tx, told);
  for (const { before, after, at } of woken)
    if (after.customerId && after.sourceRecordId)
      tellTo(
        [{ customerId: after.customerId, sourceRecordId: after.sourceRecordId }],
        null,
        tellTicket(before, after, at),
        recorded,
      );
  // A ticket of which only its messages told, or that is solved, promises nothing.
  if (promises)
    await windTickets(
      tx,
      [...touched].filter((ticket) => !isSolved(ticket) && (ticket.signalId || isInOurHands(ticket))),
      true,
    );
  return {
    ...recorded,
    concerned: [...messages.values()].flatMap(({ customerId }) => customerId ?? []),
  };
};

/** Somebody wrote in a ticket. */
export const messageSignal: SignalKind<MessageBody, Asked> = {
  kind: 'message',
  description: 'What somebody wrote in a ticket: the customer, one of us, or a bot.',
  schema: messageBody,
  concernsPerson: false,
  record,
  askAhead,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'message', subjectKeys);
    await deleteMessages(tx, sourceId, subjectKeys);
    await forgetSilentTickets(tx, sourceId);
  },
};
