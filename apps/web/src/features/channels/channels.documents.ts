import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** A channel as it is looked after. */
export const ChannelFragment = graphql(`
  fragment ChannelShown on Channel @_unmask {
    id
    name
    provider
    address
    callAddress
    settings { name value }
    secretNames
    health
    lastEventAt
    refusals
    lastRefusedAt
    deadLetterCount
    events(first: 5) { id receivedAt outcome reason }
  }
`);

/** All channels, and what could not be delivered. */
export const channelsQuery = graphql(
  `
    query Channels {
      channels { ...ChannelShown @unmask }
      deadLetters(first: 50) { id channel toAddress toName subject trouble createdAt }
    }
  `,
  [ChannelFragment],
);

/** A channel. */
export type ChannelShown = ResultOf<typeof ChannelFragment>;

/** A letter that lies dead. */
export type DeadLetterShown = ResultOf<typeof channelsQuery>['deadLetters'][number];

export const saveChannel = graphql(`
  mutation SaveChannel($input: SaveChannel!) {
    saveChannel(input: $input) {
      __typename
      ... on KeptChannel { signingSecret channel { id callAddress } }
      ... on Refusal { code message field }
    }
  }
`);

export const removeChannel = graphql(`
  mutation RemoveChannel($id: ID!) {
    removeChannel(id: $id) { __typename ... on KeptChannel { channel { id } } ... on Refusal { code message } }
  }
`);

export const restoreChannel = graphql(`
  mutation RestoreChannel($id: ID!) {
    restoreChannel(id: $id) { __typename ... on KeptChannel { channel { id } } ... on Refusal { code message } }
  }
`);

export const testChannel = graphql(`
  mutation TestChannel($id: ID!) {
    testChannel(id: $id) { works trouble }
  }
`);

export const sendLetterAgain = graphql(`
  mutation SendLetterAgain($id: ID!) {
    sendLetterAgain(id: $id) { __typename ... on DeadLetter { id } ... on Refusal { code message } }
  }
`);
