import type { ApolloClient } from '@apollo/client';
import { CustomerRow, type ListSearch, toFilter, toSort } from '#features/customers';
import { graphql } from '#lib/graphql/graphql.ts';
import { sight } from '#lib/viewer.ts';

/** How many rows one request brings. */
export const pageSize = 60;

/** The one question of the customers list. Following pages leave out the count, which the first one brought. */
export const customersQuery = graphql(
  `
    query Customers($filter: CustomerFilter, $sort: CustomerSort, $first: Int, $after: String, $counted: Boolean = true, $seesValue: Boolean!) {
      customers(filter: $filter, sort: $sort, first: $first, after: $after) {
        edges { cursor node { id ...CustomerRow } }
        pageInfo { hasNextPage endCursor }
        count @include(if: $counted) { value isExact }
      }
    }
  `,
  [CustomerRow],
);

/** A customer changed somewhere: its row follows by itself. */
export const changesSubscription = graphql(
  `
    subscription CustomersChanged($after: String, $seesValue: Boolean!) {
      customerChanged(after: $after, atMost: 60) {
        cursor
        customer { id createdAt ...CustomerRow }
      }
    }
  `,
  [CustomerRow],
);

/** The variables for what a URL asks. What somebody may not see they cannot sort or filter by either. */
export const variablesFor = (search: ListSearch) => {
  const { seesValue } = sight();
  const asked: ListSearch = seesValue
    ? search
    : { ...search, worth: undefined, sort: search.sort === '-deals' ? undefined : search.sort };
  return { filter: toFilter(asked), sort: toSort(asked), first: pageSize, seesValue };
};

/** Fetches the first rows before the page is shown. */
export async function loadCustomers(client: ApolloClient, search: ListSearch): Promise<void> {
  const asked = { query: customersQuery, variables: variablesFor(search) };
  await client.query({ ...asked, fetchPolicy: 'network-only' }).catch((error) => {
    // Without a connection the rows of before are better than none.
    if (!client.readQuery(asked)) throw error;
  });
}
