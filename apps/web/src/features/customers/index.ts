/** The customers feature: the list, its views, filters and bulk actions, and the peek beside it. */

export { AboutCard, AboutFragment } from './about-card.tsx';
export { BulkBar } from './bulk-bar.tsx';
export type { ListRow } from './columns.tsx';
export { CustomerHeader, CustomerHeaderFragment } from './customer-header.tsx';
export { CustomerRow } from './customer-row.fragment.ts';
export { CustomersGrid, type GridActs } from './customers-grid.tsx';
export { FilterBar } from './filter-bar.tsx';
export { usedFilters, withoutFilters } from './filters.ts';
export { type ListSearch, readListSearch, toFilter, toSort } from './list-search.ts';
export { NewCustomer } from './new-customer.tsx';
export { NoneMatch } from './none-match.tsx';
export { Peek } from './peek.tsx';
export { choose, everybody, isSelected, nobody, type Selection } from './selection.ts';
export { ViewTabs } from './view-tabs.tsx';
