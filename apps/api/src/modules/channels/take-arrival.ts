import { newId } from '#kernel/id';
import type { SpokenToCaller } from '#modules/house';
import { type Subjects, takeDelivery } from '#modules/intake';
import { takeReceipt } from '#modules/outbox';
import { type Source, sourcesById } from '#modules/sources';
import type { Database, Tx } from '#platform/database';
import {
  type EventBecame,
  insertConversation,
  isKnownPeer,
  keepEvent,
  lockConversation,
  settleConversation,
  settleEvent,
} from './data/channels.ts';
import { type Arrival, addressOf, type Peer, peerKeyOf } from './domain/arrival.ts';
import { type Channel, wayOf } from './domain/channel.ts';
import type { EventOutcome } from './domain/channel-event.ts';
import { type Conversation, goesOn } from './domain/conversation.ts';
import {
  personOf,
  signalOfCall,
  signalOfKeypad,
  signalOfMention,
  signalsOfVoicemail,
  signalsOfWords,
} from './domain/signals-of-arrival.ts';
import { hearKeypad, hearWords } from './hear-answers.ts';
import { askForFiles } from './keep-files.ts';
import { linkBareNumber } from './link-bare-number.ts';

const nothing: Omit<EventBecame, 'outcome'> = {
  reason: null,
  threadKey: null,
  letterId: null,
  signalId: null,
  customerId: null,
};

/**
 * Takes one thing that a provider told, in one transaction: it is kept as it came and told to the front door. Answers what became of
 * it, or `known` when it was told before, and what is to be said to whoever is on the line. Whatever is wrong with it, it is kept, and
 * says why nothing came of it.
 */
export async function takeArrival(
  database: Database,
  subjects: Subjects,
  channel: Channel,
  arrival: Arrival,
  raw: string,
  now: Date,
): Promise<{ outcome: EventOutcome | 'known'; spoken: SpokenToCaller | null }> {
  return database.transaction(async (tx) => {
    const id = newId();
    const isNew = await keepEvent(tx, {
      id,
      channelId: channel.id,
      eventKey: arrival.key.slice(0, 300),
      receivedAt: now,
      raw,
    });
    // Somebody on the line waits for what is said next: a call that is told again hears it again.
    if (!isNew && arrival.type !== 'keypad') return { outcome: 'known', spoken: null };
    const { spoken = null, ...became } = await become(tx, subjects, channel, arrival);
    if (isNew) settleEvent(tx, id, became);
    return { outcome: isNew ? became.outcome : 'known', spoken };
  });
}

const isKnown = async (tx: Tx, { phone, email, handle }: Peer): Promise<boolean> =>
  (phone !== undefined && (await isKnownPeer(tx, 'phone', phone))) ||
  (email !== undefined && (await isKnownPeer(tx, 'email', email.toLowerCase()))) ||
  (handle !== undefined && (await isKnownPeer(tx, `handle:${handle.kind}`, handle.value)));

async function become(
  tx: Tx,
  subjects: Subjects,
  channel: Channel,
  arrival: Arrival,
): Promise<EventBecame & { spoken?: SpokenToCaller | null }> {
  if (arrival.type === 'noted' || arrival.type === 'unreadable')
    return { ...nothing, outcome: arrival.type, reason: arrival.reason };
  if (arrival.type === 'receipt') {
    const letter = await takeReceipt(tx, arrival.letterId, arrival);
    return letter
      ? {
          ...nothing,
          outcome: 'receipt',
          reason: arrival.reason,
          letterId: letter.id,
          customerId: letter.customerId,
        }
      : { ...nothing, outcome: 'noted', reason: 'It is about a message that was not sent from here.' };
  }
  const [source] = (await sourcesById(tx, [channel.sourceId])) as [Source];
  const wasKnown = await isKnown(tx, arrival.peer);
  const person = personOf(arrival.peer, wasKnown);
  const tell = async (
    outcome: EventOutcome,
    signals: Parameters<typeof takeDelivery>[3][number] & { signals: unknown },
    threadKey: string | null,
  ): Promise<EventBecame> => {
    const [taken] = await takeDelivery(tx, subjects, source, [signals]);
    const { phone } = arrival.peer;
    const customerId =
      phone && wasKnown && taken?.customerId
        ? await linkBareNumber(tx, subjects, taken.customerId, phone)
        : (taken?.customerId ?? null);
    const lost = taken?.outcome === 'unreadable' || taken?.outcome === 'conflict';
    return {
      outcome: lost ? 'unreadable' : outcome,
      reason: lost ? (taken.message ?? taken.outcome) : null,
      threadKey,
      letterId: null,
      signalId: taken?.signalId ?? null,
      customerId,
    };
  };
  const raw = { channel: channel.name, key: arrival.key };
  if (arrival.type === 'mention')
    return tell('mention', { raw, signals: [signalOfMention(arrival, person)] }, null);
  const peer = peerKeyOf(arrival.peer);
  if (!peer)
    return {
      ...nothing,
      outcome: 'noted',
      reason: 'The number was withheld: nobody knows whose call it was.',
    };
  if (arrival.type === 'call') return tell('call', { raw, signals: [signalOfCall(arrival, person)] }, null);
  if (arrival.type === 'keypad') {
    const told = await tell('call', { raw, signals: [signalOfKeypad(arrival, person)] }, null);
    const spoken = await hearKeypad(tx, channel.sourceId, arrival);
    return { ...told, ...(spoken && arrival.keys !== null ? { outcome: 'answer' as const } : {}), spoken };
  }
  if (arrival.type === 'voicemail') {
    const place = { ticketKey: `voicemail:${arrival.callKey}`, isNew: true, way: 'phone' };
    return tell('ticket', { raw, signals: signalsOfVoicemail(arrival, place, person) }, place.ticketKey);
  }
  const outsideKey = arrival.conversation ?? null;
  const before = await lockConversation(tx, channel.id, peer, outsideKey);
  const heard = arrival.files.length === 0 ? await hearWords(tx, wayOf[channel.provider], arrival) : null;
  if (heard) {
    if (before) settleConversation(tx, { ...before, lastInAt: arrival.at, lastAt: arrival.at }, null);
    return {
      ...nothing,
      outcome: 'answer',
      threadKey: before?.threadKey ?? null,
      customerId: heard.customerId,
    };
  }
  const known = before && (outsideKey || goesOn(before, arrival.at)) ? before : null;
  const talk = known ?? (await begin(tx, channel, arrival.peer, peer, outsideKey, arrival.at));
  const place = { ticketKey: talk.threadKey, isNew: !known, way: arrival.way ?? wayOf[channel.provider] };
  const became = await tell(
    known ? 'message' : 'ticket',
    { raw, signals: signalsOfWords(arrival, place, person) },
    talk.threadKey,
  );
  if (became.signalId && arrival.files.length > 0)
    askForFiles(tx, arrival, {
      channelId: channel.id,
      signalId: became.signalId,
      ticketKey: talk.threadKey,
      person,
    });
  const later = (one: Date) => (one > arrival.at ? one : arrival.at);
  settleConversation(
    tx,
    { ...talk, lastInAt: later(talk.lastInAt), lastAt: later(talk.lastAt), customerId: became.customerId },
    became.signalId,
  );
  return became;
}

async function begin(
  tx: Tx,
  channel: Channel,
  peer: Peer,
  peerKey: string,
  outsideKey: string | null,
  at: Date,
): Promise<Conversation> {
  const talk = await insertConversation(tx, {
    id: newId(),
    channelId: channel.id,
    peer: peerKey,
    toAddress: addressOf(peer),
    outsideKey,
    openedAt: at,
  });
  return { ...talk, threadKey: `talk:T${talk.number}` };
}
