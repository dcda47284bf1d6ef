import { graphql } from '#lib/graphql/graphql.ts';

export const reviewRuleQuery = graphql(`
  query ReviewRule {
    reviewRule { ratingAtMost ownerId activeSince }
  }
`);

export const saveReviewRule = graphql(`
  mutation SaveReviewRule($input: SaveReviewRule!) {
    saveReviewRule(input: $input) {
      __typename
      ... on ReviewRule { ratingAtMost ownerId activeSince }
      ... on Refusal { code message }
    }
  }
`);
