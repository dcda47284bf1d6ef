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

/** What sources posted and nobody could read yet, newest first: what waits, or what was put away. */
export const unreadQuery = graphql(`
  query Unread($after: String, $dismissed: Boolean!) {
    unreadableSignals(first: 20, after: $after, dismissed: $dismissed) {
      count { value isExact }
      edges { cursor node { id receivedAt code message path source { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** One of them as it came. */
export const unreadRawQuery = graphql(`
  query UnreadRaw($id: ID!) {
    node(id: $id) { id ... on UnreadableSignal { raw } }
  }
`);

export const replayUnreadable = graphql(`
  mutation ReplayUnreadable($id: ID!) {
    replayUnreadable(id: $id) {
      __typename
      ... on SignalTaken { outcome }
      ... on Refusal { code message }
    }
  }
`);

export const dismissUnreadables = graphql(`
  mutation DismissUnreadables($ids: [ID!]!) {
    dismissUnreadables(ids: $ids)
  }
`);

export const restoreUnreadables = graphql(`
  mutation RestoreUnreadables($ids: [ID!]!) {
    restoreUnreadables(ids: $ids)
  }
`);
