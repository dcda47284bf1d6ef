/** The customers feature: the list, its views, filters and bulk actions, and the peek beside it. */
import { lazy } from 'react';

export { AboutCard, AboutFragment } from './about-card.tsx';
export type { ListRow } from './columns.tsx';
export { CustomerHeader, CustomerHeaderFragment } from './customer-header.tsx';
export { CustomerRow } from './customer-row.fragment.ts';
export { CustomersGrid, type GridActs } from './customers-grid.tsx';
export { facetsQuery as customerFacetsQuery } from './facets.ts';
export { FilterBar } from './filter-bar.tsx';
export { usedFilters, withoutFilters } from './filters.ts';
export { type ListSearch, readListSearch, toFilter, toSort } from './list-search.ts';
export { RemoveCustomer } from './page/remove-customer.tsx';
export { choose, chosenPair, everybody, isSelected, nobody, type Selection } from './selection.ts';
export { ViewTabs } from './view-tabs.tsx';

// What a list needs only when somebody asks for it comes then.
export const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));
export const CompanyHead = lazy(async () => ({ default: (await import('./company-head.tsx')).CompanyHead }));
export const ListTools = lazy(async () => ({
  default: (await import('./tools/list-tools.tsx')).ListTools,
}));
export const NewCustomer = lazy(async () => ({ default: (await import('./new-customer.tsx')).NewCustomer }));
export const NoneMatch = lazy(async () => ({ default: (await import('./none-match.tsx')).NoneMatch }));
export const Peek = lazy(async () => ({ default: (await import('./peek.tsx')).Peek }));
