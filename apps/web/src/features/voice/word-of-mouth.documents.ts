import { graphql } from '#lib/graphql/graphql.ts';

/** What the card of word of mouth asks: what they said of us, who sent them, whom they sent, how they heard of us. */
export const WordOfMouthFragment = graphql(`
  fragment WordOfMouth on Customer {
    id
    heardOf { id way words via at }
    referredBy(first: 5) { id at evidence customer { id displayName } }
    referrals(first: 5) { id channel at convertedAt evidence invited { id displayName } }
    reviews(first: 3) { id form site rating title text productName language at case { status } }
  }
`);

export const sayHeardOf = graphql(
  `
    mutation SayHeardOf($input: SayHeardOf!) {
      sayHeardOf(input: $input) {
        __typename
        ... on Customer { id ...WordOfMouth }
        ... on Refusal { code message }
      }
    }
  `,
  [WordOfMouthFragment],
);

export const takeBackHeardOf = graphql(
  `
    mutation TakeBackHeardOf($customerId: ID!) {
      takeBackHeardOf(customerId: $customerId) {
        __typename
        ... on Customer { id ...WordOfMouth }
        ... on Refusal { code message }
      }
    }
  `,
  [WordOfMouthFragment],
);
