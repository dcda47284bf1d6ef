import { graphql } from '#lib/graphql/graphql.ts';

/** Where a customer works and did, and who says so: what every move answers. */
const PlacesFragment = graphql(`
  fragment Places on Customer {
    id
    companies { role isMain since until sourceName saidBy isOurs isSaidHere company { id name } }
    formerCompanies { role isMain since until sourceName saidBy isOurs isSaidHere company { id name } }
  }
`);

/** The same, asked after the page, of which it is no part. */
export const customerPlaces = graphql(`
  query CustomerPlaces($id: ID!) {
    customer(id: $id) {
      id
      companies { role isMain since until sourceName saidBy isOurs isSaidHere company { id name } }
      formerCompanies { role isMain since until sourceName saidBy isOurs isSaidHere company { id name } }
    }
  }
`);

export const addPlace = graphql(
  `
  mutation AddPlace($input: NewAffiliation!) {
    answer: addAffiliation(input: $input) {
      __typename
      ... on Customer { id ...Places }
      ... on Refusal { code message field }
    }
  }
`,
  [PlacesFragment],
);

export const editPlace = graphql(
  `
  mutation EditPlace($id: ID!, $companyId: ID!, $input: AffiliationEdit!) {
    answer: editAffiliation(customerId: $id, companyId: $companyId, input: $input) {
      __typename
      ... on Customer { id ...Places }
      ... on Refusal { code message field }
    }
  }
`,
  [PlacesFragment],
);

export const endPlace = graphql(
  `
  mutation EndPlace($id: ID!, $companyId: ID!, $until: Date!) {
    answer: endAffiliation(customerId: $id, companyId: $companyId, until: $until) {
      __typename
      ... on Customer { id ...Places }
      ... on Refusal { code message field }
    }
  }
`,
  [PlacesFragment],
);

export const reopenPlace = graphql(
  `
  mutation ReopenPlace($id: ID!, $companyId: ID!, $isMain: Boolean!) {
    answer: reopenAffiliation(customerId: $id, companyId: $companyId, isMain: $isMain) {
      __typename
      ... on Customer { id ...Places }
      ... on Refusal { code message field }
    }
  }
`,
  [PlacesFragment],
);

export const removePlace = graphql(
  `
  mutation RemovePlace($id: ID!, $companyId: ID!) {
    answer: removeAffiliation(customerId: $id, companyId: $companyId) {
      __typename
      ... on Customer { id ...Places }
      ... on Refusal { code message field }
    }
  }
`,
  [PlacesFragment],
);

/** Companies to choose from: two of one name are told apart by where they are and how many belong to them. */
export const companiesToPick = graphql(`
  query CompaniesToPick($text: String!) {
    findCompanies(text: $text, first: 8) { id name domain city country peopleCount }
  }
`);
