import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { writeSearch } from '#lib/search-params.ts';
import { readAsks } from '../fields/field-ask.ts';
import type { inboxQuery } from './desk.documents.ts';
import type { InboxSearch } from './inbox-search.ts';

/** The filters of the inbox, in the order in which they are offered. */
export const inboxFilters = ['assignee', 'status', 'priority', 'channel'] as const;
export type InboxFilterName = (typeof inboxFilters)[number];

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
  Boolean(q) || readAsks(f).length > 0 || inboxFilters.some((name) => search[name]);

/** The part of the address that a saved view keeps: everything but the ticket that happens to be open. */
export const viewPart = ({ view, order, q, f, assignee, status, priority, channel }: InboxSearch): string =>
  writeSearch({ view, order, q, f, assignee, status, priority, channel }).slice(1);
