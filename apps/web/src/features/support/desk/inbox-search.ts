import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { manyOf, oneOf, writeSearch } from '#lib/search-params.ts';
import { readAsks, writeAsks } from '../fields/field-ask.ts';
import type { inboxQuery } from './desk.documents.ts';
import { priorities, priorityWords, statusWords } from './words.ts';

/** The views of the house. */
export const inboxViews = ['mine', 'unassigned', 'breaching', 'open', 'all'] as const;
export type InboxView = (typeof inboxViews)[number];

/** Orders of the inbox, as addresses write them. */
export const inboxOrders = ['due', 'newest', 'oldest', 'priority'] as const;
export type InboxOrder = (typeof inboxOrders)[number];

/** Where a ticket may stand, as addresses write it. */
export const statuses = Object.keys(statusWords) as (keyof typeof statusWords)[];

/** What the address of the inbox says. */
export interface InboxSearch {
  view?: InboxView | undefined;
  order?: InboxOrder | undefined;
  q?: string | undefined;
  /** What stands in fields of one's own: see `field-ask.ts`. */
  f?: string | undefined;
  /** Who looks after it, by name. */
  assignee?: string[] | undefined;
  status?: (keyof typeof statusWords)[] | undefined;
  priority?: (keyof typeof priorityWords)[] | undefined;
  channel?: string[] | undefined;
  /** The ticket that is open. */
  ticket?: string | undefined;
}

/** The filters of the inbox, in the order in which they are offered. */
export const inboxFilters = ['assignee', 'status', 'priority', 'channel'] as const;
export type InboxFilterName = (typeof inboxFilters)[number];

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
  const asks = readAsks(oneOf(raw.f)?.slice(0, 2_000));
  const f = writeAsks(asks);
  const ticket = oneOf(raw.ticket);
  const filters = {
    assignee: few(raw.assignee),
    status: among(raw.status, statuses),
    priority: among(raw.priority, priorities),
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

/** What the inbox asks for an address: everything that waits, unless a view says otherwise. */
export function inboxVariables(search: InboxSearch): VariablesOf<typeof inboxQuery> {
  const { view = 'open', order, q, f, assignee, status, priority, channel } = search;
  return {
    filter: {
      ...(view === 'mine' ? { mine: true } : {}),
      ...(view === 'unassigned' ? { unassigned: true } : {}),
      ...(view === 'breaching' ? { breaching: true } : {}),
      ...(view === 'all' ? { solvedToo: true } : {}),
      ...(q ? { text: q } : {}),
      ...(f ? { fields: readAsks(f) } : {}),
      ...(assignee ? { assigneeNames: assignee } : {}),
      ...(status ? { statuses: status } : {}),
      ...(priority ? { priorities: priority } : {}),
      ...(channel ? { channels: channel } : {}),
    },
    sort: order ? (order.toUpperCase() as 'DUE') : view === 'all' ? 'NEWEST' : 'DUE',
  };
}

/** Whether anything narrows what a view of the house shows. */
export const isNarrowed = ({ q, f, ...search }: InboxSearch): boolean =>
  Boolean(q || f) || inboxFilters.some((name) => search[name]);

/** The part of the address that a saved view keeps: everything but the ticket that happens to be open. */
export const viewPart = ({ view, order, q, f, assignee, status, priority, channel }: InboxSearch): string =>
  writeSearch({ view, order, q, f, assignee, status, priority, channel }).slice(1);
