import type { InboxSearch } from '#features/support';

/** What is asked, without what is not. */
export const clean = (search: InboxSearch): InboxSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as InboxSearch;
