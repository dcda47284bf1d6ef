import { graphql } from '#lib/graphql/graphql.ts';

/** The values that filters can take, with how many customers have each. */
export const facetsQuery = graphql(`
  query CustomerFacets($filter: CustomerFilter) {
    customerFacets(filter: $filter) {
      stages { value count }
      owners { value count }
      countries { value count }
      languages { value count }
      tags { value count }
    }
  }
`);
