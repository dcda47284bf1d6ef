import { DAY, HOUR } from '../calendar.ts';
import type { Language } from '../names/lists.ts';
import type { Person, System } from '../people/person.ts';
import type { Random } from '../random.ts';
import { someoneOf } from '../staff.ts';
import type { Chat, Promised, Ticket } from './happening.ts';

const words: Readonly<Record<Language, Record<'call-back' | 'resolution' | 'delivery' | 'refund', string>>> =
  {
    en: {
      'call-back': 'We call you back',
      resolution: 'It will work again',
      delivery: 'The replacement arrives',
      refund: 'The money is back on your account',
    },
    it: {
      'call-back': 'La richiamiamo',
      resolution: 'Tornerà a funzionare',
      delivery: 'Il ricambio arriva',
      refund: 'Il rimborso è sul Suo conto',
    },
    fr: {
      'call-back': 'Nous vous rappelons',
      resolution: 'Cela fonctionnera de nouveau',
      delivery: 'Le remplacement arrive',
      refund: 'Le remboursement est sur votre compte',
    },
    ro: {
      'call-back': 'Vă sunăm înapoi',
      resolution: 'Va funcționa din nou',
      delivery: 'Piesa de schimb ajunge',
      refund: 'Banii sunt înapoi în cont',
    },
  };

/** How long each thing is promised to take, and how long it takes on average against that. */
const terms = [
  ['call-back', 1, 0.55, 4],
  ['resolution', 3, 0.7, 3],
  ['delivery', 4, 0.6, 4],
  ['refund', 7, 0.75, 2],
] as const;

interface Talk {
  in: System;
  channel: string;
  said: Ticket['said'];
}

/** What colleagues promise in a third of the cases, in words, and what becomes of it: some is forgotten. */
export function bePromised(
  random: Random,
  person: Person,
  tickets: readonly Ticket[],
  chats: readonly Chat[],
  today: number,
): Promised[] {
  // A shared mailbox does not say to whom it was promised.
  if (person.sharedEmail) return [];
  const talks = [
    ...tickets.map(
      ({ said, channel }): Talk => ({
        said,
        channel: channel === 'voice' ? 'phone' : channel,
        in: 'zendesk',
      }),
    ),
    ...chats.map(({ said }): Talk => ({ said, channel: 'chat', in: 'intercom' })),
  ];
  return talks.flatMap((talk): Promised[] => {
    const answer = talk.said.find(({ by, internal }) => typeof by === 'object' && !internal);
    if (!answer || !random.chance(0.26)) return [];
    const about = random.weighted(terms.map((term) => [term, term[3]] as const));
    const [kind, days, pace] = about;
    const dueAt = answer.at + days * DAY;
    const took = random.logNormal(pace * days * DAY, talk.channel === 'phone' ? 0.4 : 0.65);
    const doneAt = answer.at + Math.max(HOUR, took);
    // Somebody remembers in the end, or the customer does.
    const isForgotten = random.chance(0.12) && dueAt > today - 40 * DAY;
    const by = typeof answer.by === 'object' ? answer.by.name : someoneOf(random, 'support').name;
    return [
      {
        kind: 'promise',
        at: answer.at,
        in: talk.in,
        about: kind,
        channel: talk.channel,
        words: words[person.language][kind],
        by,
        dueAt,
        ...(doneAt < today && !isForgotten ? { doneAt } : {}),
      },
    ];
  });
}
