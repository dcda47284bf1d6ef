import { channelWord, type Lived, type LivedMoment, type ObservedSignals } from '#modules/house';
import type { Message } from './message.ts';
import { isSolved, type Ticket } from './ticket.ts';

/** What is needed of a message to know what the customer lived. */
export type SpokenMessage = Pick<Message, 'id' | 'authorKind' | 'authorName' | 'at'>;

/** What is needed of a ticket. */
export type LivedTicket = Pick<
  Ticket,
  'id' | 'subject' | 'channel' | 'status' | 'satisfaction' | 'openedAt' | 'solvedAt'
> & { customerId: string };

const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;

/** A rating in a source's words as an answer on a scale; words that are no rating say nothing. */
export function ratingOf(satisfaction: string | null): ObservedSignals['survey'] {
  const word = satisfaction?.trim().toLowerCase() ?? '';
  if (/^good(?:_with_comment)?$/.test(word)) return { kind: 'thumb', value: 1 };
  if (/^bad(?:_with_comment)?$/.test(word)) return { kind: 'thumb', value: -1 };
  return /^[1-5]$/.test(word) ? { kind: 'csat5', value: Number(word) } : undefined;
}

const isBad = (survey: ObservedSignals['survey']): boolean =>
  survey !== undefined && (survey.kind === 'thumb' ? survey.value < 0 : survey.value <= 2);

/** How often the customer had to change the person they speak with, as far as the source names them. */
const handoffsOf = (answers: readonly SpokenMessage[]): number => {
  const voices = answers.flatMap(({ authorKind, authorName }) =>
    authorKind === 'agent' && authorName ? [authorName] : [],
  );
  return voices.filter((voice, place) => place > 0 && voice !== voices[place - 1]).length;
};

/**
 * What somebody lived in a case: each public answer of ours with the wait before it (from the first word that stood unanswered), and
 * how it ended: the rating, whether one contact was enough, and how often they were handed on. What a machine answers ends no wait, and a
 * case on the phone has none that its lines could tell. That we closed a case which the customer calls bad resolves nothing. Words are
 * not read for their mood: a wrong label is worse than none.
 */
export function liveTicket(ticket: LivedTicket, messages: readonly SpokenMessage[]): Lived {
  const moments: LivedMoment[] = [];
  const answers: SpokenMessage[] = [];
  const channel = channelWord(ticket.channel);
  let waitingSince: Date | null = messages[0]?.authorKind === 'customer' ? null : ticket.openedAt;
  let questions = 0;
  for (const message of messages) {
    if (message.authorKind === 'customer') {
      waitingSince ??= message.at;
      continue;
    }
    answers.push(message);
    if (message.authorKind === 'bot') {
      moments.push({
        key: `answer ${message.id}`,
        at: message.at,
        kind: 'bot-answered',
        minutes: null,
        signals: {},
      });
      continue;
    }
    // An answer that follows an answer continues it: nobody waited.
    if (!waitingSince) continue;
    // A case that one of us wrote down, on the phone or of their own accord, had no wait that anybody saw.
    const spokenAtOnce = questions === 0 && messages[0] === message;
    if (!spokenAtOnce) questions += 1;
    const wait = spokenAtOnce || channel === 'phone' ? null : minutesBetween(waitingSince, message.at);
    moments.push({
      key: `answer ${message.id}`,
      at: message.at,
      kind: 'answered',
      minutes: null,
      signals: wait === null ? {} : { wait: { actual: Math.max(0, wait) } },
      ...(message.authorName ? { who: message.authorName } : {}),
    });
    waitingSince = null;
  }
  const survey = ratingOf(ticket.satisfaction);
  const solved = isSolved(ticket) && ticket.solvedAt !== null;
  const handoffs = handoffsOf(answers);
  if (solved || survey) {
    const lastWord = messages.at(-1)?.at ?? ticket.openedAt;
    const last = answers.at(-1);
    const at = ticket.solvedAt ?? lastWord;
    moments.push({
      key: 'end',
      at: new Date(Math.max(at.getTime(), lastWord.getTime())),
      kind: solved ? 'closed' : 'rated',
      minutes: null,
      signals: {
        ...(survey ? { survey } : {}),
        ...(solved && answers.length > 0 && !isBad(survey)
          ? { resolution: questions <= 1 ? ('first_contact' as const) : ('resolved_later' as const) }
          : {}),
        ...(handoffs > 0 ? { effort: { handoffs, switches: 0, repeats: 0 } } : {}),
      },
      ...(last?.authorName ? { who: last.authorName } : {}),
    });
  }
  if (moments.length === 0)
    moments.push({ key: 'opened', at: ticket.openedAt, kind: 'asked', minutes: null, signals: {} });
  return {
    customerId: ticket.customerId,
    subjectType: 'Ticket',
    subjectId: ticket.id,
    title: ticket.subject,
    department: 'support',
    touchpoint: 'case',
    channel,
    moments,
  };
}
