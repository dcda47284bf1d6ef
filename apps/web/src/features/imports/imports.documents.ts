import { graphql } from '#lib/graphql/graphql.ts';

/** How many rows came to what. */
export const CountsFragment = graphql(`
  fragment Counts on ImportCounts @_unmask {
    rows
    accepted
    rejected
    created
    updated
    linked
    unsure
    unchanged
    skipped
  }
`);

/** An import without its files. */
const ImportHeadFragment = graphql(
  `
    fragment ImportHead on Import @_unmask {
      id
      status
      createdAt
      startedAt
      finishedAt
      problem
      trouble { code values { name value } }
      createdByName
      progress
      canBeUndone
      totals { ...Counts @unmask }
    }
  `,
  [CountsFragment],
);

/** What the history and whoever waits for an import want to know of it. */
export const ImportFragment = graphql(
  `
    fragment Import on Import @_unmask {
      ...ImportHead @unmask
      files { id name bytes status problem trouble { code values { name value } } progress format { name system label } counts { ...Counts @unmask } }
    }
  `,
  [ImportHeadFragment, CountsFragment],
);

/** A file with how it is read: what the second step shows and changes. */
export const ImportFileFragment = graphql(
  `
    fragment ImportFileReading on ImportFile @_unmask {
      id
      name
      bytes
      status
      problem
      trouble { code values { name value } }
      progress
      counts { ...Counts @unmask }
      format { name system label hasPhones hasAmounts }
      formatGuesses { confidence format { name system label } }
      source { id key name }
      audience { file by }
      reading { encoding separator dateOrder decimal hasByteOrderMark timeZone phoneCountry currency mapping }
      columns { name samples mappedTo }
    }
  `,
  [CountsFragment],
);

/** An import as the wizard shows it. */
const WizardImportFragment = graphql(
  `
    fragment WizardImport on Import @_unmask {
      ...ImportHead @unmask
      files { id ...ImportFileReading @unmask }
    }
  `,
  [ImportHeadFragment, ImportFileFragment],
);

/** Everything that was or is to be imported, newest first. */
export const importsQuery = graphql(
  `
    query Imports($after: String) {
      imports(first: 20, after: $after) {
        edges { cursor node { id ...Import @unmask } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [ImportFragment],
);

/** One import as the wizard shows it. */
export const importQuery = graphql(
  `
    query Import($id: ID!) {
      import(id: $id) { id ...WizardImport @unmask }
      importFormats { name system label }
    }
  `,
  [WizardImportFragment],
);

/** An import got further. */
export const importChanged = graphql(
  `
    subscription ImportChanged($id: ID!) {
      importChanged(id: $id) { id ...Import @unmask }
    }
  `,
  [ImportFragment],
);

/** Rows of a file that are refused. */
export const refusedRowsQuery = graphql(`
  query RefusedRows($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on ImportFile {
        id
        rejected(first: 50, after: $after) {
          edges { node { line column code message } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`);

/** What rows of a file would do: all, or those that come to one thing. */
export const triedRowsQuery = graphql(`
  query TriedRows($id: ID!, $outcome: RowOutcome, $after: String) {
    node(id: $id) {
      __typename
      ... on ImportFile {
        id
        previewRows(outcome: $outcome, first: 50, after: $after) {
          edges {
            cursor
            node { line outcome customerName customerId otherName otherId causes { code message values { name value } } }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`);

export const prepareImport = graphql(`
  mutation PrepareImport($fileIds: [ID!]!) {
    prepareImport(fileIds: $fileIds) {
      __typename
      ... on Import { id }
      ... on Refusal { code message }
    }
  }
`);

export const changeReading = graphql(
  `
    mutation ChangeReading($input: FileReadingInput!) {
      changeReading(input: $input) {
        __typename
        ... on Import { id ...WizardImport @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [WizardImportFragment],
);

export const checkImport = graphql(
  `
    mutation CheckImport($id: ID!) {
      checkImport(id: $id) {
        __typename
        ... on Import { id ...Import @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ImportFragment],
);

export const runImport = graphql(
  `
    mutation RunImport($id: ID!) {
      runImport(id: $id) {
        __typename
        ... on Import { id ...Import @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ImportFragment],
);

export const cancelImport = graphql(
  `
    mutation CancelImport($id: ID!) {
      cancelImport(id: $id) {
        __typename
        ... on Import { id ...Import @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ImportFragment],
);

export const undoImport = graphql(
  `
    mutation UndoImport($id: ID!) {
      undoImport(id: $id) {
        __typename
        ... on Import { id ...Import @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [ImportFragment],
);
