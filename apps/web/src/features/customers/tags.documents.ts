import { graphql } from '#lib/graphql/graphql.ts';

/** The tags of a customer and who says each. Asked after the page, of which it is no part. */
export const customerTags = graphql(`
  query CustomerTags($id: ID!) {
    customer(id: $id) {
      id
      tagOrigins { tag sourceNames isOff }
    }
  }
`);

export const tagOne = graphql(`
  mutation TagOne($ids: [ID!]!, $add: [String!], $remove: [String!]) {
    tagCustomers(customerIds: $ids, add: $add, remove: $remove) {
      id
      tags
      tagOrigins { tag sourceNames isOff }
    }
  }
`);
