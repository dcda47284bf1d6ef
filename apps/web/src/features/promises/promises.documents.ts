import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What a promise shows. */
export const PromiseFragment = graphql(`
  fragment PromiseLine on Promise @_unmask {
    id
    kind
    words
    channel
    madeAt
    dueAt
    timeZone
    promiserName
    serviceLevel
    standing
    doneAt
    evidence
    withdrawnAt
  }
`);

/** What the promises card of a customer asks. */
export const PromisesFragment = graphql(
  `
    fragment Promises on Customer {
      id
      promises(first: 30) { id ...PromiseLine @unmask }
    }
  `,
  [PromiseFragment],
);

export const makePromise = graphql(
  `
    mutation MakePromise($input: NewPromise!) {
      makePromise(input: $input) {
        __typename
        ... on Promise { id ...PromiseLine @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [PromiseFragment],
);

export const keepPromise = graphql(
  `
    mutation KeepPromise($id: ID!, $evidence: String) {
      keepPromise(id: $id, evidence: $evidence) {
        __typename
        ... on Promise { id ...PromiseLine @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [PromiseFragment],
);

export const reopenPromise = graphql(
  `
    mutation ReopenPromise($id: ID!) {
      reopenPromise(id: $id) {
        __typename
        ... on Promise { id ...PromiseLine @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [PromiseFragment],
);

export const withdrawPromise = graphql(
  `
    mutation WithdrawPromise($id: ID!) {
      withdrawPromise(id: $id) {
        __typename
        ... on Promise { id ...PromiseLine @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [PromiseFragment],
);

export const restorePromise = graphql(
  `
    mutation RestorePromise($id: ID!) {
      restorePromise(id: $id) {
        __typename
        ... on Promise { id ...PromiseLine @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [PromiseFragment],
);

export const takeBackPromise = graphql(
  `
    mutation TakeBackPromise($id: ID!) {
      takeBackPromise(id: $id) {
        __typename
        ... on Promise { id ...PromiseLine @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [PromiseFragment],
);

/** The list of promises, by when they are due. */
export const promisesQuery = graphql(
  `
    query PromiseList($filter: PromiseFilter, $newestFirst: Boolean!, $after: String) {
      promises(filter: $filter, newestFirst: $newestFirst, first: 50, after: $after) {
        edges {
          node {
            id
            ...PromiseLine @unmask
            customer { id displayName }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [PromiseFragment],
);

/** What can be promised, and what is. */
export const keepableQuery = graphql(`
  query KeepablePromises {
    keepablePromises {
      kind
      channel
      n
      needed
      settings
      shortest { minutes share { k n p lo hi } isKeepable }
      candidates { minutes share { k n p lo hi } isKeepable }
    }
    publishedPromises {
      id
      kind
      channel
      minutes
      words
      publishedAt
      publishedByName
      overrideReason
      known { k n p lo }
      since { k n p lo hi }
    }
  }
`);

/** What past performance allows to promise, of one thing on one channel. */
export type Keepable = ResultOf<typeof keepableQuery>['keepablePromises'][number];

export const publishPromise = graphql(`
  mutation PublishPromise($input: NewPublishedPromise!) {
    publishPromise(input: $input) {
      __typename
      ... on PublishedPromise { id }
      ... on Refusal { code message }
    }
  }
`);

export const withdrawPublished = graphql(`
  mutation WithdrawPublishedPromise($id: ID!, $withdrawn: Boolean!) {
    withdrawPublishedPromise(id: $id, withdrawn: $withdrawn) {
      __typename
      ... on PublishedPromise { id withdrawnAt }
      ... on Refusal { code message }
    }
  }
`);
