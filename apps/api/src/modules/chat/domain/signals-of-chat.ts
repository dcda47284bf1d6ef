import type { PersonRef, Signal } from '#modules/house';
import { type Chat, type ChatLine, ticketKeyOf } from './chat.ts';

/** The person of a chat: a visitor of whom we know the browser alone, until they say more. */
export const visitorOf = (
  chat: Pick<Chat, 'number' | 'visitorName' | 'visitorEmail' | 'language'>,
): PersonRef => ({
  key: `visitor C${chat.number}`,
  ...(chat.visitorEmail ? { emails: [chat.visitorEmail] } : {}),
  profile: { ...(chat.visitorName ? { fullName: chat.visitorName } : {}), language: chat.language },
});

/** What one line tells the front door: a message of the chat's ticket. */
export const signalOfLine = (chat: Chat, line: ChatLine): Signal => ({
  kind: 'message',
  eventId: `line ${line.id}`,
  subjectKey: `line:${line.id}`,
  at: line.at.toISOString(),
  person: visitorOf(chat),
  body: {
    ticketKey: ticketKeyOf(chat),
    authorKind: line.author === 'visitor' ? 'customer' : line.author === 'bot' ? 'bot' : 'agent',
    ...(line.author === 'visitor' && chat.visitorName ? { authorName: chat.visitorName } : {}),
    isPublic: true,
    text:
      line.sources.length > 0
        ? `${line.text}\n\n${line.sources.map(({ title }) => `→ ${title}`).join('\n')}`
        : line.text,
  },
});

const subjectOf = (question: string): string => {
  const [first = ''] = question.trim().split('\n');
  return first.length > 90 ? `${first.slice(0, first.lastIndexOf(' ', 90))} …` : first;
};

/** What a chat tells the front door when it begins and whenever it moves on: its ticket. While the bot talks, nobody of us is waited for. */
export const signalOfChat = (chat: Chat, question: string | null, at: Date): Signal => ({
  kind: 'ticket',
  eventId: `chat ${chat.number} ${chat.state} ${at.toISOString()}`,
  subjectKey: ticketKeyOf(chat),
  at: at.toISOString(),
  person: visitorOf(chat),
  body: {
    ...(question ? { subject: subjectOf(question) } : {}),
    // Not `pending`: a customer who writes in such a ticket wakes it, and here the bot is who answers.
    status: chat.state === 'with-bot' ? 'hold' : chat.state === 'ended' ? 'solved' : 'open',
    channel: 'chat',
    tags: chat.state === 'waiting' ? ['bot', 'asks-for-person'] : ['bot'],
    openedAt: chat.openedAt.toISOString(),
  },
});

/** A note for whoever takes over, above what was said: who, where, what they asked and what the bot answered with. */
export function briefing(chat: Chat, lines: readonly ChatLine[]): string {
  const asked = lines.filter(({ author }) => author === 'visitor').map(({ text }) => `• ${subjectOf(text)}`);
  const given = [...new Set(lines.flatMap(({ sources }) => sources.map(({ title }) => title)))];
  return [
    `${chat.visitorName ?? 'A visitor'}${chat.visitorEmail ? ` (${chat.visitorEmail})` : ''} asks for a person · ${chat.language}${chat.page ? ` · ${chat.page}` : ''}`,
    `Asked so far:\n${asked.join('\n')}`,
    given.length > 0 ? `The bot gave: ${given.join('; ')}` : 'The bot found nothing.',
  ].join('\n\n');
}

/** A note among colleagues in the chat's ticket. */
export const ticketNote = (chat: Chat, text: string, at: Date): Signal => ({
  kind: 'message',
  eventId: `note ${chat.number} ${at.toISOString()}`,
  subjectKey: `note:C${chat.number}:${at.toISOString()}`,
  at: at.toISOString(),
  person: visitorOf(chat),
  body: { ticketKey: ticketKeyOf(chat), authorKind: 'bot', authorName: 'Bot', isPublic: false, text },
});
