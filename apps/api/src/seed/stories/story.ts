import { DAY, midnight } from '../calendar.ts';
import type { Campaign } from '../life/campaigns.ts';
import type {
  Activity,
  Chat,
  Deal,
  Happening,
  Order,
  Said,
  Subscription,
  Ticket,
  Touch,
} from '../life/happening.ts';
import type { Language } from '../names/lists.ts';
import type { Person } from '../people/person.ts';
import { productOf } from '../products.ts';
import { colleagueNamed } from '../staff.ts';
import type { Cause } from '../texts/phrases.ts';

/** A moment told as so many days ago, at an hour (UTC). */
export type When = (daysAgo: number, clock: string) => number;

/** One person of a story: who they are, and what happens to them. */
export interface Role
  extends Pick<Person, 'language' | 'gender' | 'first' | 'last' | 'email' | 'city' | 'systems'>,
    Partial<
      Pick<
        Person,
        | 'nick'
        | 'suffix'
        | 'formerLast'
        | 'formerEmail'
        | 'sharedEmail'
        | 'workEmail'
        | 'company'
        | 'jobTitle'
        | 'seenAs'
        | 'birthday'
      >
    > {
  /** Which of the story numbers of the language is theirs; people who share a phone share it. */
  phone?: number;
  since: number;
  changed?: number;
  lives(when: When, campaigns: readonly Campaign[]): Happening[];
}

/** A story that the demo tells, and the households it happens in. */
export interface Story {
  id: string;
  title: string;
  homes: readonly (readonly Role[])[];
}

/** The clock of stories for one day. */
export const whenBefore =
  (today: number): When =>
  (daysAgo, clock) => {
    const [hour, minute] = clock.split(':').map(Number) as [number, number];
    return midnight(today) - daysAgo * DAY + hour * 3_600_000 + minute * 60_000;
  };

/** A line of a talk: days ago, hour, who (a colleague by first name), what. */
export type Line = readonly [number, string, string, string];

/** A talk from its lines; a name in brackets writes an internal note. */
export const said = (when: When, lines: readonly Line[]): Said[] =>
  lines.map(([daysAgo, clock, who, text]) => {
    const internal = who.startsWith('(');
    const by = who === 'customer' || who === 'bot' ? who : colleagueNamed(who.replace(/[()]/g, ''));
    return { at: when(daysAgo, clock), by, text, ...(internal ? { internal } : {}) };
  });

/** A case with support. */
export const ticket = (
  when: When,
  cause: Cause,
  subject: string,
  lines: readonly Line[],
  more: Partial<Ticket> = {},
): Ticket => {
  const talk = said(when, lines);
  return {
    kind: 'ticket',
    at: talk[0]!.at,
    channel: 'email',
    cause,
    subject,
    said: talk,
    status: 'closed',
    ...more,
  };
};

/** A chat. */
export const chatted = (when: When, lines: readonly Line[], more: Partial<Chat> = {}): Chat => {
  const talk = said(when, lines);
  return { kind: 'chat', at: talk[0]!.at, said: talk, state: 'closed', ...more };
};

/** An order of one piece each; a stock number with a minus before it was sent back. */
export const ordered = (at: number, id: string, ...skus: string[]): Order => ({
  kind: 'order',
  at,
  id,
  lines: skus.map((sku) => ({
    product: productOf(sku.replace(/^-/, '')),
    quantity: 1,
    status: sku.startsWith('-') ? 'returned' : 'delivered',
  })),
});

/** A call (in minutes) or a meeting logged by Norda. */
export const logged = (
  at: number,
  form: Activity['form'],
  minutes: number,
  who: string,
  subject: string,
  note: string,
  inbound = false,
): Activity => ({
  kind: 'activity',
  at,
  form,
  seconds: minutes * 60,
  inbound,
  subject,
  note,
  owner: colleagueNamed(who),
});

/** A deal in HubSpot. */
export const dealt = (
  at: number,
  name: string,
  stage: Deal['stage'],
  amount: number,
  closeAt: number,
  touchedAt: number,
  who: string,
): Deal => ({
  kind: 'deal',
  at,
  in: 'hubspot',
  name,
  stage,
  amount,
  closeAt,
  touchedAt,
  owner: colleagueNamed(who),
});

/** On the mailing list, confirmed at once. */
export const subscribed = (at: number, rating = 3): Subscription => ({
  kind: 'subscription',
  status: 'subscribed',
  at,
  confirmedAt: at + 90_000,
  rating,
});

/** Every mailing of a language after a time, and what it did. */
export const mailed = (
  campaigns: readonly Campaign[],
  language: Language,
  after: number,
  ...actions: Touch['action'][]
): Touch[] =>
  campaigns
    .filter((campaign) => campaign.language === language && campaign.sentAt > after)
    .flatMap(({ number, sentAt }) =>
      actions.map(
        (action, place) =>
          ({
            kind: 'touch',
            at: sentAt + place * 5_400_000 + number * 61_000,
            campaign: number,
            action,
          }) as const,
      ),
    );
