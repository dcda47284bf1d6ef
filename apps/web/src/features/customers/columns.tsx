import type { ReactNode } from 'react';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import type { MessageId } from '#lib/intl/words.ts';
import type { Lens } from '#lib/lens.ts';
import {
  CompanyCell,
  ConsentCell,
  DealsCell,
  LastCell,
  MemoryCell,
  NameCell,
  OwnerCell,
  StageCell,
  TicketsCell,
} from './cells.tsx';
import type { CustomerRow, RowCustomer } from './customer-row.fragment.ts';
import type { SortWord } from './list-search.ts';

/** A row of the list: an object of the cache that only the row itself can read. */
export type ListRow = { id: string } & FragmentOf<typeof CustomerRow>;

/** A column of the list: the server sorts and filters, the browser only arranges. */
export interface ListColumn {
  id: string;
  label: MessageId;
  /** Pixels it takes at least; columns with a `share` divide what is left in its proportion. */
  width: number;
  share?: number;
  /** The sorts of its header, first click first; the server knows only these. */
  sorts?: readonly SortWord[];
  align?: 'end';
  /** Stands always: without it nobody knows whose row it is. */
  fixed?: true;
  render: (customer: RowCustomer) => ReactNode;
}

/** The columns of the list in their usual order; all of them fit beside the full rail of a window 1,280 pixels wide. */
export const columns: readonly ListColumn[] = [
  {
    id: 'name',
    label: 'customers.name',
    width: 172,
    share: 240,
    sorts: ['name', '-name'],
    fixed: true,
    render: (customer) => <NameCell customer={customer} />,
  },
  {
    id: 'company',
    label: 'customers.company',
    width: 108,
    share: 190,
    render: (customer) => <CompanyCell customer={customer} />,
  },
  {
    id: 'stage',
    label: 'customers.stage',
    width: 112,
    render: (customer) => <StageCell customer={customer} />,
  },
  {
    id: 'owner',
    label: 'customers.owner',
    width: 100,
    share: 130,
    render: (customer) => <OwnerCell customer={customer} />,
  },
  {
    id: 'deals',
    label: 'customers.openDeals',
    width: 96,
    sorts: ['-deals'],
    align: 'end',
    render: (customer) => <DealsCell customer={customer} />,
  },
  {
    id: 'tickets',
    label: 'customers.openTickets',
    width: 88,
    sorts: ['-tickets'],
    align: 'end',
    render: (customer) => <TicketsCell customer={customer} />,
  },
  {
    id: 'consent',
    label: 'customers.consent',
    width: 106,
    render: (customer) => <ConsentCell customer={customer} />,
  },
  {
    id: 'memory',
    label: 'customers.memory',
    width: 92,
    sorts: ['remembered', 'memory'],
    align: 'end',
    render: (customer) => <MemoryCell customer={customer} />,
  },
  {
    id: 'last',
    label: 'customers.last',
    width: 126,
    share: 60,
    sorts: ['-last', 'last'],
    render: (customer) => <LastCell customer={customer} />,
  },
];

const orders: Record<Lens, readonly string[]> = {
  sales: ['name', 'company', 'stage', 'owner', 'deals', 'memory', 'tickets', 'consent', 'last'],
  marketing: ['name', 'company', 'stage', 'memory', 'consent', 'last', 'owner', 'deals', 'tickets'],
  support: ['name', 'company', 'tickets', 'memory', 'last', 'stage', 'owner', 'deals', 'consent'],
};

/** The columns through a lens: what a department asks first stands first; only what somebody switched off is missing. */
export const columnsThrough = (lens: Lens, hidden: readonly string[]): readonly ListColumn[] =>
  orders[lens].flatMap((id) =>
    columns.filter((column) => column.id === id && (column.fixed || !hidden.includes(id))),
  );
