import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { oneOf } from '#lib/search-params.ts';
import { readAsks, writeAsks } from '../fields/field-ask.ts';
import type { inboxQuery } from './desk.documents.ts';

/** The views of the house. */
export const inboxViews = ['mine', 'unassigned', 'breaching', 'open', 'all'] as const;
export type InboxView = (typeof inboxViews)[number];

/** Orders of the inbox, as addresses write them. */
export const inboxOrders = ['due', 'newest', 'oldest', 'priority'] as const;
export type InboxOrder = (typeof inboxOrders)[number];

/** What the address of the inbox says. */
export interface InboxSearch {
  view?: InboxView | undefined;
  order?: InboxOrder | undefined;
  q?: string | undefined;
  /** What stands in fields of one's own: see `field-ask.ts`. */
  f?: string | undefined;
  /** The ticket that is open. */
  ticket?: string | undefined;
}

/** Reads the address of the inbox; what nobody can mean is left out. */
export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const view = inboxViews.find((one) => one === raw.view);
  const order = inboxOrders.find((one) => one === raw.order);
  const q = oneOf(raw.q)?.slice(0, 200);
  const asks = readAsks(oneOf(raw.f)?.slice(0, 2_000));
  const f = writeAsks(asks);
  const ticket = oneOf(raw.ticket);
  return {
    ...(view ? { view } : {}),
    ...(order ? { order } : {}),
    ...(q ? { q } : {}),
    ...(f ? { f } : {}),
    ...(ticket && /^[0-9a-f-]{36}$/i.test(ticket) ? { ticket } : {}),
  };
}

/** What the inbox asks for an address: everything that waits, unless a view says otherwise. */
export function inboxVariables({ view = 'open', order, q, f }: InboxSearch): VariablesOf<typeof inboxQuery> {
  return {
    filter: {
      ...(view === 'mine' ? { mine: true } : {}),
      ...(view === 'unassigned' ? { unassigned: true } : {}),
      ...(view === 'breaching' ? { breaching: true } : {}),
      ...(view === 'all' ? { solvedToo: true } : {}),
      ...(q ? { text: q } : {}),
      ...(f ? { fields: readAsks(f) } : {}),
    },
    sort: order ? (order.toUpperCase() as 'DUE') : view === 'all' ? 'NEWEST' : 'DUE',
  };
}

/** The part of the address that a saved view keeps: everything but the ticket that happens to be open. */
export const viewPart = ({ view, order, q, f }: InboxSearch): string => {
  const parts = new URLSearchParams();
  if (view) parts.set('view', view);
  if (order) parts.set('order', order);
  if (q) parts.set('q', q);
  if (f) parts.set('f', f);
  return parts.toString();
};
