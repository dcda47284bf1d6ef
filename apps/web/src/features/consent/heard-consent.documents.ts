import { graphql } from '#lib/graphql/graphql.ts';
import { ConsentsFragment } from './consents.fragment.ts';

/** They told one of us that they want no marketing. */
export const withdrawConsent = graphql(
  `
  mutation WithdrawConsent($id: ID!, $channel: String!) {
    withdrawConsent(customerId: $id, channel: $channel) {
      __typename
      ... on Customer { id ...Consents }
      ... on Refusal { code message }
    }
  }
`,
  [ConsentsFragment],
);

/** They agreed to marketing, and there is proof of it. */
export const grantConsent = graphql(
  `
  mutation GrantConsent($id: ID!, $input: ConsentClaim!) {
    grantConsent(customerId: $id, input: $input) {
      __typename
      ... on Customer { id ...Consents }
      ... on Refusal { code message field }
    }
  }
`,
  [ConsentsFragment],
);
