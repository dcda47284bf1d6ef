import { graphql } from '#lib/graphql/graphql.ts';

/** What a line of offered content shows. */
export const OfferedFragment = graphql(`
  fragment Offered on OfferedContent @_unmask {
    item { id }
    version
    kind
    purpose
    ownerName
    language
    isFallback
    title
    body
    link
    fileId
    stage
    givenAt
    place
    share
    settings
    tried
    worked
    workedLow
    workedHigh
    reasons { code value }
  }
`);

/** What the content card of a customer asks: what fits them now, for one's own department. Without directives: a page may have few. */
export const ContentFragment = graphql(`
  fragment Content on Customer {
    id
    content(first: 5) {
      item { id }
      version
      kind
      purpose
      ownerName
      language
      isFallback
      title
      body
      link
      fileId
      stage
      givenAt
      place
      share
      settings
      tried
      worked
      workedLow
      workedHigh
      reasons { code value }
    }
  }
`);

/** The same through another department's eyes. */
export const contentThroughQuery = graphql(
  `
    query ContentThrough($id: ID!, $department: Department!) {
      customer(id: $id) {
        id
        content(department: $department, first: 5) { ...Offered @unmask }
      }
    }
  `,
  [OfferedFragment],
);

/** What is not offered, and why. */
export const leftOutQuery = graphql(`
  query ContentLeftOut($id: ID!, $department: Department) {
    customer(id: $id) {
      id
      contentLeftOut(department: $department) { item { id } title kind why }
    }
  }
`);

export const useContentDocument = graphql(
  `
    mutation UseContent($input: NewContentUse!) {
      useContent(input: $input) {
        __typename
        ... on ContentUse {
          id
          address
          customer { id content(first: 5) { ...Offered @unmask } }
        }
        ... on Refusal { code message field }
      }
    }
  `,
  [OfferedFragment],
);

export const undoUseDocument = graphql(
  `
    mutation UndoContentUse($id: ID!) {
      undoContentUse(id: $id) {
        __typename
        ... on ContentUse { id customer { id content(first: 5) { ...Offered @unmask } } }
        ... on Refusal { code message }
      }
    }
  `,
  [OfferedFragment],
);

/** What a line of the library shows. */
export const LibraryLineFragment = graphql(`
  fragment LibraryLine on ContentItem @_unmask {
    id
    title
    kind
    purpose
    status
    version
    publishedVersion
    ownerName
    isMine
    languages
    missingLanguages
    stages
    stale
    validUntil
    touchedAt
    figures { used opened tried worked rate low high windowDays }
  }
`);

export const libraryQuery = graphql(
  `
    query ContentLibrary($filter: ContentFilter, $language: String, $after: String) {
      contentLibrary(filter: $filter, language: $language, first: 50, after: $after) {
        edges { cursor node { ...LibraryLine @unmask } }
        pageInfo { hasNextPage endCursor }
      }
      contentFacets(filter: $filter) { facet value count }
    }
  `,
  [LibraryLineFragment],
);

/** What a placement shows. */
export const PlacementFragment = graphql(`
  fragment Placement on ContentPlacement @_unmask {
    id
    stage
    department
    channel
    language
    priority
    withTags
    inCountries
    withOpenTicket
    withOpenDeal
    placedByName
    placedAt
  }
`);

/** What a piece of content shows on its own page. */
export const ContentItemFragment = graphql(
  `
    fragment WholeContent on ContentItem @_unmask {
      ...LibraryLine @unmask
      product
      tags
      createdAt
      owner { id name }
      versions {
        version
        status
        claims
        validFrom
        validUntil
        writtenByName
        decidedByName
        decidedAt
        remark
        changedAt
        translations { language title body link fileId fileName fileBytes }
      }
      placements { ...Placement @unmask }
      cells { stage department serve pBest stopped settings reckonedAt figures { used opened tried worked rate low high windowDays } }
    }
  `,
  [LibraryLineFragment, PlacementFragment],
);

export const contentItemQuery = graphql(
  `
    query ContentItemPage($id: ID!) {
      contentItem(id: $id) { id ...WholeContent @unmask }
    }
  `,
  [ContentItemFragment],
);

export const contentUsesQuery = graphql(`
  query ContentUses($id: ID!, $after: String) {
    contentItem(id: $id) {
      id
      uses(first: 20, after: $after) {
        edges {
          cursor
          node {
            id
            act
            channel
            language
            version
            stage
            propensity
            userName
            at
            openedAt
            movedTo
            movedAt
            outcome
            customer { id displayName }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const ifAloneQuery = graphql(`
  query ContentIfAlone($id: ID!) {
    contentItem(id: $id) {
      id
      cells { stage department ifAlone { n snips low high effective refused settings } }
    }
  }
`);

export const createContent = graphql(
  `
    mutation CreateContent($input: ContentDraft!) {
      createContent(input: $input) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message field }
      }
    }
  `,
  [ContentItemFragment],
);

export const editContent = graphql(
  `
    mutation EditContent($id: ID!, $input: ContentDraft!) {
      editContent(id: $id, input: $input) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message field }
      }
    }
  `,
  [ContentItemFragment],
);

export const submitContent = graphql(
  `
    mutation SubmitContent($id: ID!) {
      submitContent(id: $id) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const withdrawContent = graphql(
  `
    mutation WithdrawContent($id: ID!) {
      withdrawContent(id: $id) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const approveContent = graphql(
  `
    mutation ApproveContent($id: ID!, $remark: String) {
      approveContent(id: $id, remark: $remark) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const returnContent = graphql(
  `
    mutation ReturnContent($id: ID!, $remark: String) {
      returnContent(id: $id, remark: $remark) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const discardDraft = graphql(
  `
    mutation DiscardContentDraft($id: ID!) {
      discardContentDraft(id: $id) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const archiveContent = graphql(
  `
    mutation ArchiveContent($id: ID!) {
      archiveContent(id: $id) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const restoreContent = graphql(
  `
    mutation RestoreContent($id: ID!) {
      restoreContent(id: $id) {
        __typename
        ... on ContentItem { id ...WholeContent @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const placeContent = graphql(
  `
    mutation PlaceContent($input: NewContentPlacement!) {
      placeContent(input: $input) {
        __typename
        ... on ContentPlacement { id item { id ...WholeContent @unmask } }
        ... on Refusal { code message field }
      }
    }
  `,
  [ContentItemFragment],
);

export const removePlacement = graphql(
  `
    mutation RemovePlacement($id: ID!) {
      removePlacement(id: $id) {
        __typename
        ... on ContentPlacement { id item { id ...WholeContent @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

export const restorePlacement = graphql(
  `
    mutation RestorePlacement($id: ID!) {
      restorePlacement(id: $id) {
        __typename
        ... on ContentPlacement { id item { id ...WholeContent @unmask } }
        ... on Refusal { code message }
      }
    }
  `,
  [ContentItemFragment],
);

/** Where all content stands, for a grid of stages and departments. */
export const placementsQuery = graphql(`
  query ContentPlacements {
    contentPlacements {
      id
      stage
      department
      item { id title kind status }
    }
  }
`);
