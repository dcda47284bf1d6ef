import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import type { MessageId } from '#lib/intl/words.ts';
import type { Lens } from '#lib/lens.ts';
import {
  CompanyCell,
  ConsentCell,
  DealsCell,
  LastCell,
  NameCell,
  OwnerCell,
  StageCell,
  TicketsCell,
} from './cells.tsx';
import type { CustomerRow, RowCustomer } from './customer-row.fragment.ts';
import type { SortWord } from './list-search.ts';

/** A row of the list: an object of the cache that only the row itself can read. */
export type ListRow = { id: string } & FragmentOf<typeof CustomerRow>;

interface ColumnMeta {
  label: MessageId;
  /** The sorts of its header, first click first; the server knows only these. */
  sorts?: readonly SortWord[];
  align?: 'end';
  render: (customer: RowCustomer) => ReactNode;
}

/** What the table is made of: the server sorts and filters, the browser arranges columns. */
export const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});

const helper = createColumnHelper<typeof features, ListRow>();

const column = (id: string, size: number, meta: ColumnMeta, canHide = true) =>
  helper.display({ id, size, minSize: 80, enableHiding: canHide, meta });

/** The columns of the list in their usual order. */
export const columns = helper.columns([
  column(
    'name',
    240,
    {
      label: 'customers.name',
      sorts: ['name', '-name'],
      render: (customer) => <NameCell customer={customer} />,
    },
    false,
  ),
  column('company', 190, {
    label: 'customers.company',
    render: (customer) => <CompanyCell customer={customer} />,
  }),
  column('stage', 124, { label: 'customers.stage', render: (customer) => <StageCell customer={customer} /> }),
  column('owner', 140, { label: 'customers.owner', render: (customer) => <OwnerCell customer={customer} /> }),
  column('deals', 132, {
    label: 'customers.openDeals',
    sorts: ['-deals'],
    align: 'end',
    render: (customer) => <DealsCell customer={customer} />,
  }),
  column('tickets', 104, {
    label: 'customers.openTickets',
    sorts: ['-tickets'],
    align: 'end',
    render: (customer) => <TicketsCell customer={customer} />,
  }),
  column('consent', 128, {
    label: 'customers.consent',
    render: (customer) => <ConsentCell customer={customer} />,
  }),
  column('last', 170, {
    label: 'customers.last',
    sorts: ['-last', 'last'],
    render: (customer) => <LastCell customer={customer} />,
  }),
]);

/** The order of the columns through each lens: what a department asks first stands first; nothing disappears. */
export const columnOrders: Record<Lens, string[]> = {
  sales: ['name', 'company', 'stage', 'owner', 'deals', 'tickets', 'consent', 'last'],
  marketing: ['name', 'company', 'stage', 'consent', 'last', 'owner', 'deals', 'tickets'],
  support: ['name', 'company', 'tickets', 'last', 'stage', 'owner', 'deals', 'consent'],
};
