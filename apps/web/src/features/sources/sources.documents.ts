import { graphql } from '#lib/graphql/graphql.ts';

/** Every source with what it leaves unsaid, and the secrets under which sources sign. */
export const sourcesQuery = graphql(`
  query Sources {
    sources { id key name system timeZone phoneCountry currency }
    sourceSystems
    signingSecrets { id beginning createdAt lastUsedAt endedAt source { id } }
  }
`);

export const saveSource = graphql(`
  mutation SaveSource($input: SourceInput!) {
    saveSource(input: $input) {
      __typename
      ... on Source { id key name system timeZone phoneCountry currency }
      ... on Refusal { code message field }
    }
  }
`);

export const createSigningSecret = graphql(`
  mutation CreateSigningSecret($sourceId: ID!, $secret: String) {
    createSigningSecret(sourceId: $sourceId, secret: $secret) {
      __typename
      ... on NewSigningSecret { secret signingSecret { id } }
      ... on Refusal { code message field }
    }
  }
`);

export const endSigningSecret = graphql(`
  mutation EndSigningSecret($id: ID!) {
    endSigningSecret(id: $id)
  }
`);
