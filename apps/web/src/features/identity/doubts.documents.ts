import { graphql } from '#lib/graphql/graphql.ts';

/** One of the two sides of a doubtful case. */
const SideFragment = graphql(`
  fragment DoubtSide on Customer @_unmask {
    id
    displayName
    createdAt
    emails { display }
    phones { display }
    companies { isMain company { id name } }
    profile { birthDate { value } city { value } country { value } language { value } jobTitle { value } }
    summary { openTickets openDeals orders lastInteractionAt }
  }
`);

/** A case that waits for somebody. */
export const DoubtFragment = graphql(
  `
    fragment Doubt on Doubt @_unmask {
      id
      status
      createdAt
      probability
      reasons { code text speaksFor }
      record { id source { id name } }
      candidateRecord { id source { id name } }
      customer { id ...DoubtSide @unmask }
      candidate { id ...DoubtSide @unmask }
    }
  `,
  [SideFragment],
);

/** The queue, those first whose settling is worth most. */
export const doubtsQuery = graphql(
  `
    query Doubts($after: String) {
      doubts(first: 50, after: $after, order: WORTH) {
        edges { cursor node { id ...Doubt @unmask } }
        pageInfo { hasNextPage endCursor }
        count { value isExact }
        safe
      }
    }
  `,
  [DoubtFragment],
);

export const linkDoubt = graphql(`
  mutation LinkDoubt($id: ID!) {
    linkDoubt(id: $id) {
      __typename
      ... on Doubt { id status candidate { id displayName decisions { id kind at canBeUndone } } }
      ... on Refusal { code message }
    }
  }
`);

export const separateDoubt = graphql(`
  mutation SeparateDoubt($id: ID!) {
    separateDoubt(id: $id) {
      __typename
      ... on Doubt { id status }
      ... on Refusal { code message }
    }
  }
`);

export const unmergeCustomer = graphql(`
  mutation UnmergeCustomer($decisionId: ID!) {
    unmergeCustomer(decisionId: $decisionId) {
      __typename
      ... on UnmergeDone { customers { id displayName } decision { id } }
      ... on Refusal { code message }
    }
  }
`);

/** What a merge would give; nothing is changed. */
export const previewMerge = graphql(`
  mutation PreviewMerge($survivorId: ID!, $otherId: ID!) {
    mergeCustomers(survivorId: $survivorId, otherId: $otherId, dryRun: true) {
      __typename
      ... on MergePreview {
        fields { field survivorValue otherValue result }
        moved { what fromSurvivor fromOther }
        consentBecomes { purpose channel survivor other result }
        warnings
      }
      ... on MergeDone { decision { id } }
      ... on Refusal { code message }
    }
  }
`);

export const mergeCustomers = graphql(`
  mutation MergeCustomers($survivorId: ID!, $otherId: ID!, $reason: String) {
    mergeCustomers(survivorId: $survivorId, otherId: $otherId, reason: $reason) {
      __typename
      ... on MergeDone { customer { id displayName } decision { id } }
      ... on MergePreview { warnings }
      ... on Refusal { code message }
    }
  }
`);

/** Settles together what the engine is sure of. */
export const linkSafeDoubts = graphql(`
  mutation LinkSafeDoubts {
    linkSafeDoubts { runId count }
  }
`);

export const undoSafeLinks = graphql(`
  mutation UndoSafeLinks($runId: ID!) {
    undoSafeLinks(runId: $runId) { runId count }
  }
`);
