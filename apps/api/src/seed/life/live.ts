import type { Company } from '../companies.ts';
import type { Person } from '../people/person.ts';
import { Random } from '../random.ts';
import { answerAndReview } from './answer-and-review.ts';
import { askSupport } from './ask-support.ts';
import { bePromised } from './be-promised.ts';
import { buy } from './buy.ts';
import type { Campaign } from './campaigns.ts';
import { chat } from './chat.ts';
import type { Happening } from './happening.ts';
import { complainToSales, keepInTouch, negotiate } from './negotiate.ts';
import { planAhead } from './plan-ahead.ts';
import { readMail } from './read-mail.ts';

/** What everybody lives in. */
export interface World {
  seed: number;
  today: number;
  campaigns: readonly Campaign[];
}

/** The life of an ordinary person with Casa Marea, in each system that knows them. */
export function live(world: World, person: Person, company: Company | undefined): Happening[] {
  const { seed, today, campaigns } = world;
  const stream = (purpose: string) => new Random(seed, 'life', person.number, purpose);
  const known = new Set(person.systems);
  const orders = known.has('shop') ? buy(stream('orders'), person, today) : [];
  const tickets = known.has('zendesk') ? askSupport(stream('support'), person, orders, today) : [];
  const chats = known.has('intercom') ? chat(stream('chat'), person, today) : [];
  return [
    ...orders,
    ...tickets,
    ...chats,
    ...answerAndReview(stream('voice'), person, orders, tickets, chats, today),
    ...bePromised(stream('promises'), person, tickets, chats, today),
    ...(known.has('hubspot') ? negotiate(stream('deals'), person, company, 'hubspot', today) : []),
    ...(known.has('hubspot') ? complainToSales(stream('complaints'), person, company, today) : []),
    // An opportunity hangs on an account; without one nobody could say whose it is.
    ...(known.has('salesforce') && company?.inSalesforce
      ? negotiate(stream('norda'), person, company, 'salesforce', today)
      : []),
    ...(known.has('salesforce') ? keepInTouch(stream('calls'), person) : []),
    ...(known.has('salesforce') ? planAhead(stream('tasks'), person, today) : []),
    ...(known.has('mailchimp') ? readMail(stream('mail'), person, campaigns, today) : []),
  ];
}
