import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** A field of one's own, as agents fill it in. */
export const TicketFieldFragment = graphql(`
  fragment OwnField on TicketField @_unmask {
    id
    key
    name
    kind
    options { value label isRemoved }
    isRequiredToSolve
    isPutAway
    dataClass
  }
`);

/** A field of one's own. */
export type OwnField = ResultOf<typeof TicketFieldFragment>;

/** What stands in a field. */
export const FieldValueFragment = graphql(
  `
    fragment OwnFieldValue on TicketFieldValue @_unmask {
      field { ...OwnField @unmask }
      isEmpty
      text
      number
      date
      yes
      choices { value label isRemoved }
      unfit
    }
  `,
  [TicketFieldFragment],
);

/** What stands in a field. */
export type OwnFieldValue = ResultOf<typeof FieldValueFragment>;

/** All fields of one's own, as they are kept. */
export const fieldSettingsQuery = graphql(
  `
    query TicketFieldSettings {
      ticketFields { ...OwnField @unmask aliases types teams { id name } }
      teams { id name }
    }
  `,
  [TicketFieldFragment],
);

export const saveTicketField = graphql(`
  mutation SaveOwnField($input: SaveTicketField!) {
    saveTicketField(input: $input) { __typename ... on TicketField { id } ... on Refusal { code message field } }
  }
`);

export const putAwayTicketField = graphql(`
  mutation PutAwayOwnField($id: ID!) {
    putAwayTicketField(id: $id) { __typename ... on TicketField { id isPutAway } ... on Refusal { code message } }
  }
`);

export const putBackTicketField = graphql(`
  mutation PutBackOwnField($id: ID!) {
    putBackTicketField(id: $id) { __typename ... on TicketField { id isPutAway } ... on Refusal { code message } }
  }
`);

export const orderTicketFields = graphql(`
  mutation OrderOwnFields($ids: [ID!]!) {
    orderTicketFields(ids: $ids) { __typename ... on TicketFields { count } ... on Refusal { code message } }
  }
`);
