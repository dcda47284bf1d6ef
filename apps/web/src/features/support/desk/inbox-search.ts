import { manyOf, oneOf } from '#lib/search-params.ts';
import type { priorityWords, statusWords } from './words.ts';

type Status = keyof typeof statusWords;
type Priority = keyof typeof priorityWords;

/** The views of the house. */
export const inboxViews = ['mine', 'unassigned', 'breaching', 'open', 'all'] as const;
export type InboxView = (typeof inboxViews)[number];

/** Orders of the inbox, as addresses write them. */
export const inboxOrders = ['due', 'newest', 'oldest', 'priority'] as const;
export type InboxOrder = (typeof inboxOrders)[number];

/** Where a ticket may stand, and how much it may press, as addresses write it. */
export const statuses = [
  'NEW',
  'OPEN',
  'PENDING',
  'HOLD',
  'SOLVED',
  'CLOSED',
] as const satisfies readonly Status[];
export const pressing = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const satisfies readonly Priority[];

/** What the address of the inbox says. */
export interface InboxSearch {
  view?: InboxView | undefined;
  order?: InboxOrder | undefined;
  q?: string | undefined;
  /** What stands in fields of one's own: see `field-ask.ts`. */
  f?: string | undefined;
  /** Who looks after it, by name. */
  assignee?: string[] | undefined;
  status?: Status[] | undefined;
  priority?: Priority[] | undefined;
  channel?: string[] | undefined;
  /** The ticket that is open. */
  ticket?: string | undefined;
}

const among = <Word extends string>(value: unknown, known: readonly Word[]): Word[] | undefined => {
  const found = known.filter((one) => manyOf(value)?.includes(one));
  return found.length > 0 ? found : undefined;
};
const few = (value: unknown) => manyOf(value)?.slice(0, 20);

/** Reads the address of the inbox; what nobody can mean is left out. */
export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const view = inboxViews.find((one) => one === raw.view);
  const order = inboxOrders.find((one) => one === raw.order);
  const q = oneOf(raw.q)?.slice(0, 200);
  // Read where it is asked: what reads it is not needed to open any other page.
  const f = oneOf(raw.f)?.slice(0, 2_000);
  const ticket = oneOf(raw.ticket);
  const filters = {
    assignee: few(raw.assignee),
    status: among<Status>(raw.status, statuses),
    priority: among<Priority>(raw.priority, pressing),
    channel: few(raw.channel),
  };
  return {
    ...(view ? { view } : {}),
    ...(order ? { order } : {}),
    ...(q ? { q } : {}),
    ...(f ? { f } : {}),
    ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value)),
    ...(ticket && /^[0-9a-f-]{36}$/i.test(ticket) ? { ticket } : {}),
  };
}
