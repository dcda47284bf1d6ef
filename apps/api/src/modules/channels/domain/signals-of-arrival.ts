import type { PersonRef, Signal } from '#modules/house';
import type { Arrival, Peer } from './arrival.ts';

type Words = Extract<Arrival, { type: 'words' }>;
type Call = Extract<Arrival, { type: 'call' }>;
type Voicemail = Extract<Arrival, { type: 'voicemail' }>;
type Mention = Extract<Arrival, { type: 'mention' }>;

/** A name, and no number or address that a system put in its place. */
const personName = (name: string | undefined): string | undefined =>
  name && /\p{L}{2}/u.test(name) && !name.includes('@') ? name.trim().slice(0, 200) : undefined;

/**
 * Who wrote, for identity. What somebody calls themselves in a messenger is told of people alone whom nobody knows yet: a nickname
 * must not make a stranger of a customer whose number it is.
 */
export function personOf(peer: Peer, isKnown: boolean): PersonRef {
  const name = isKnown ? undefined : personName(peer.name);
  return {
    ...(peer.phone ? { phones: [peer.phone] } : {}),
    ...(peer.email ? { emails: [peer.email.toLowerCase()] } : {}),
    ...(peer.handle ? { key: `${peer.handle.kind}:${peer.handle.value}`, handles: [peer.handle] } : {}),
    ...(name ? { profile: { fullName: name } } : {}),
  };
}

const listed = ({ files }: Pick<Words, 'files'>): string =>
  files.map(({ name, type }) => `📎 ${name ?? type ?? 'file'}`).join('\n');

const firstLine = (text: string): string => {
  const [line = ''] = text.trim().split('\n');
  return line.length > 90 ? `${line.slice(0, Math.max(line.lastIndexOf(' ', 90), 60))} …` : line;
};

/** Which ticket a message belongs to, and whether it opens it. */
export interface TicketPlace {
  ticketKey: string;
  isNew: boolean;
  way: string;
}

/** What somebody wrote, for the front door: a message, and its ticket when it opens one. */
export function signalsOfWords(words: Words, place: TicketPlace, person: PersonRef): Signal[] {
  const at = words.at.toISOString();
  const text = [words.text.trim(), listed(words)].filter(Boolean).join('\n\n');
  const name = personName(words.peer.name);
  const message: Signal = {
    kind: 'message',
    eventId: words.key,
    subjectKey: `words:${words.key}`,
    at,
    person,
    body: {
      ticketKey: place.ticketKey,
      authorKind: 'customer',
      ...(name ? { authorName: name } : {}),
      isPublic: true,
      text,
    },
  };
  if (!place.isNew) return [message];
  return [
    {
      kind: 'ticket',
      eventId: `ticket ${words.key}`,
      subjectKey: place.ticketKey,
      at,
      person,
      body: { subject: firstLine(words.text) || text, status: 'new', channel: place.way, openedAt: at },
    },
    message,
  ];
}

/** A note among colleagues that a file did not come, and why: nobody waits for it. */
export const noteOfLostFile = (
  lost: {
    messageKey: string;
    ticketKey: string;
    place: number;
    name: string;
    reason: string;
    person: PersonRef;
  },
  at: Date,
): Signal => ({
  kind: 'message',
  eventId: `lost ${lost.messageKey} ${lost.place}`,
  subjectKey: `lost:${lost.messageKey}:${lost.place}`,
  at: at.toISOString(),
  person: lost.person,
  body: {
    ticketKey: lost.ticketKey,
    authorKind: 'bot',
    authorName: 'Channels',
    isPublic: false,
    text: `📎 ${lost.name}: ${lost.reason}`,
  },
});

/** What a call tells the front door: that somebody spoke with us, or tried to. Recording and end are one interaction. */
export const signalOfCall = (call: Call, person: PersonRef): Signal => ({
  kind: 'interaction',
  eventId: call.key,
  subjectKey: `call:${call.callKey}`,
  at: call.at.toISOString(),
  person,
  body: {
    channel: 'phone',
    direction: call.direction,
    department: 'support',
    ...(call.seconds === null ? {} : { durationSeconds: call.seconds }),
    ...(call.outcome === 'recorded' ? {} : { outcome: call.outcome }),
    ...(call.recording ? { text: `Recording: ${call.recording}` } : {}),
  },
});

/** A call in which somebody can be asked something: written down before it ends, so that the answer hangs on it. */
export const signalOfKeypad = (
  { at, peer, callKey, direction }: Extract<Arrival, { type: 'keypad' }>,
  person: PersonRef,
): Signal =>
  signalOfCall(
    {
      type: 'call',
      key: `${callKey} keypad`,
      at,
      peer,
      callKey,
      direction,
      outcome: 'recorded',
      seconds: null,
      recording: null,
    },
    person,
  );

/** A message left on the answering machine is a question that waits: a ticket, with what was understood of it. */
export function signalsOfVoicemail(voicemail: Voicemail, place: TicketPlace, person: PersonRef): Signal[] {
  const at = voicemail.at.toISOString();
  const length = voicemail.seconds === null ? '' : ` (${voicemail.seconds} s)`;
  const text = [voicemail.transcript, voicemail.recording && `🎙 ${voicemail.recording}`]
    .filter(Boolean)
    .join('\n\n');
  const message: Signal = {
    kind: 'message',
    eventId: voicemail.key,
    subjectKey: `voicemail:${voicemail.callKey}`,
    at,
    person,
    body: {
      ticketKey: place.ticketKey,
      authorKind: 'customer',
      isPublic: true,
      text: text || `Voicemail${length}`,
    },
  };
  const ticket: Signal = {
    kind: 'ticket',
    eventId: `ticket ${voicemail.key}`,
    subjectKey: place.ticketKey,
    at,
    person,
    body: {
      subject: voicemail.transcript ? firstLine(voicemail.transcript) : `Voicemail${length}`,
      status: 'new',
      channel: 'phone',
      tags: ['voicemail'],
      openedAt: at,
    },
  };
  return [ticket, message];
}

/** What somebody said of us in front of others. A bare name makes nobody: the review keeps it. */
export const signalOfMention = (mention: Mention, person: PersonRef): Signal => ({
  kind: 'review',
  eventId: mention.key,
  subjectKey: mention.key,
  at: mention.at.toISOString(),
  ...(person.emails || person.phones || person.handles ? { person } : {}),
  body: {
    form: mention.rating === null ? 'mention' : 'review',
    site: mention.site,
    ...(mention.rating === null ? {} : { rating: mention.rating }),
    ...(mention.ratingOutOf ? { ratingOutOf: mention.ratingOutOf } : {}),
    ...(mention.product ? { productName: mention.product } : {}),
    ...(mention.language ? { language: mention.language } : {}),
    ...(personName(mention.peer.name) ? { authorName: personName(mention.peer.name) } : {}),
    text: mention.text,
    ...(mention.url ? { url: mention.url } : {}),
    isPublic: true,
  },
});
