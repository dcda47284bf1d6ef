import type { System } from '../people/person.ts';
import type { Product } from '../products.ts';
import type { Colleague, Owner } from '../staff.ts';
import type { Cause } from '../texts/phrases.ts';

/** Somebody saying something at some time. */
export interface Said {
  at: number;
  by: 'customer' | 'bot' | Colleague;
  text: string;
  /** An internal note, which the customer never sees. */
  internal?: boolean;
}

/** An order in the web shop. */
export interface Order {
  kind: 'order';
  at: number;
  id: string;
  lines: {
    product: Product;
    quantity: number;
    status: 'delivered' | 'shipped' | 'returned' | 'refunded' | 'cancelled';
  }[];
}

/** A case with support, in Zendesk. */
export interface Ticket {
  kind: 'ticket';
  at: number;
  channel: 'email' | 'web' | 'voice' | 'chat';
  cause: Cause;
  subject: string;
  said: Said[];
  status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
  priority?: 'low' | 'normal' | 'high' | 'urgent';
  score?: 'good' | 'bad' | 'offered';
  remark?: string;
}

/** A chat, in Intercom. */
export interface Chat {
  kind: 'chat';
  at: number;
  said: Said[];
  state: 'open' | 'closed';
  rating?: 1 | 2 | 3 | 4 | 5;
  remark?: string;
}

/** A deal in the pipeline of HubSpot, or an opportunity of Norda in Salesforce. */
export interface Deal {
  kind: 'deal';
  at: number;
  in: 'hubspot' | 'salesforce';
  name: string;
  stage: 'appointment' | 'qualified' | 'presentation' | 'contract' | 'won' | 'lost';
  amount: number;
  closeAt: number;
  touchedAt: number;
  owner: Colleague;
}

/** A call or a meeting, logged by Norda in Salesforce. */
export interface Activity {
  kind: 'activity';
  at: number;
  form: 'Call' | 'Meeting';
  seconds: number;
  inbound: boolean;
  subject: string;
  note: string;
  owner: Colleague;
  /** How a call went, as Norda's call analytics measured it: minutes and sentiment of each stretch. */
  stretches?: readonly { minutes: number; sentiment: number; kind?: string }[];
}

/** Something to do for somebody, in Salesforce. */
export interface ToDo {
  kind: 'toDo';
  /** When it was written down. */
  at: number;
  subject: string;
  owner: Owner;
  /** The day by which it should be done, where there is one. */
  dueAt?: number;
  doneAt?: number;
}

/** What a marketing mail did. */
export interface Touch {
  kind: 'touch';
  at: number;
  campaign: number;
  action: 'sent' | 'open' | 'click' | 'bounce';
}

/** A complaint that a sales rep logged in HubSpot instead of telling support. */
export interface SalesTicket {
  kind: 'salesTicket';
  at: number;
  subject: string;
  text: string;
  closedAt?: number;
  owner: Colleague;
}

/** What somebody was promised, as the company's own table keeps it. */
export interface Promised {
  kind: 'promise';
  at: number;
  /** The system in which it was given: it knows the customer by that system's address. */
  in: System;
  about: 'reply' | 'call-back' | 'resolution' | 'delivery' | 'refund';
  channel: string;
  words: string;
  by: string;
  dueAt: number;
  doneAt?: number;
  evidence?: string;
}

/** A question that the company asked somebody, and the answer if there was one. */
export interface Asked {
  kind: 'answer';
  at: number;
  /** The system by whose address they were asked. */
  in: System;
  survey: 'NPS' | 'CSAT' | 'CES' | 'expectation';
  channel: string;
  answeredAt?: number;
  score?: number;
  product?: string;
  expected?: number;
  found?: number;
  cause?: 'defect' | 'setup' | 'expectation' | 'other';
  comment?: string;
  ratings?: { service: number; product: number; delivery: number; price: number };
}

/** A review in public. */
export interface Reviewed {
  kind: 'review';
  at: number;
  in: System;
  product: string;
  stars: number;
  text?: string;
}

/** How somebody stands in the mailing list. */
export interface Subscription {
  kind: 'subscription';
  status: 'subscribed' | 'unsubscribed' | 'cleaned';
  at: number;
  confirmedAt?: number;
  endedAt?: number;
  endCampaign?: number;
  reason?: string;
  rating: number;
}

/** One thing in the life of a customer with Casa Marea. */
export type Happening =
  | Order
  | Ticket
  | Chat
  | Deal
  | Activity
  | ToDo
  | Touch
  | SalesTicket
  | Subscription
  | Promised
  | Asked
  | Reviewed;
