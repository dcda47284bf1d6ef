import type { Campaign } from '../life/campaigns.ts';
import type {
  Activity,
  Chat,
  Deal,
  Order,
  Promised,
  Said,
  Subscription,
  Ticket,
  Touch,
} from '../life/happening.ts';
import type { Language } from '../names/lists.ts';
import { productOf } from '../products.ts';
import { colleagueNamed } from '../staff.ts';
import type { Cause } from '../texts/phrases.ts';
import type { When } from './story.ts';

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
  stretches?: Activity['stretches'],
): Activity => ({
  kind: 'activity',
  at,
  form,
  seconds: minutes * 60,
  inbound,
  subject,
  note,
  owner: colleagueNamed(who),
  ...(stretches ? { stretches } : {}),
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

/** A promise and what became of it. */
export const promised = (at: number, given: Omit<Promised, 'kind' | 'at'>): Promised => ({
  kind: 'promise',
  at,
  ...given,
});
