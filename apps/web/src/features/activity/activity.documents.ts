import { graphql } from '#lib/graphql/graphql.ts';

/** What a note shows. */
export const NoteFragment = graphql(`
  fragment Note on Note @_unmask {
    id
    body
    authorName
    department
    forDepartmentOnly
    at
    canEdit
  }
`);

/** What a task shows. */
export const TaskFragment = graphql(`
  fragment Task on Task @_unmask {
    id
    title
    detail
    dueOn
    doneAt
    assigneeName
    assigneeId
    toldBy
    createdAt
  }
`);

/** What the notes and tasks of a customer ask. */
export const ActivityFragment = graphql(
  `
    fragment Activity on Customer {
      id
      notes(first: 21) { ...Note @unmask }
      tasks(includeDone: true) { ...Task @unmask }
    }
  `,
  [NoteFragment, TaskFragment],
);

/** Somebody's notes page by page, once more than the newest are wanted. */
export const moreNotes = graphql(
  `
    query MoreNotes($id: ID!, $first: Int!, $after: String) {
      customer(id: $id) {
        id
        notesConnection(first: $first, after: $after) {
          edges { cursor node { ...Note @unmask } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [NoteFragment],
);

export const addNote = graphql(
  `
    mutation AddNote($input: NewNote!) {
      addNote(input: $input) {
        __typename
        ... on Note { id ...Note @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [NoteFragment],
);

export const editNote = graphql(
  `
    mutation EditNote($id: ID!, $body: String!) {
      editNote(id: $id, body: $body) {
        __typename
        ... on Note { id ...Note @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [NoteFragment],
);

export const removeNote = graphql(`
  mutation RemoveNote($id: ID!) {
    removeNote(id: $id) {
      __typename
      ... on Note { id }
      ... on Refusal { code message }
    }
  }
`);

export const restoreNote = graphql(
  `
    mutation RestoreNote($id: ID!) {
      restoreNote(id: $id) {
        __typename
        ... on Note { id ...Note @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [NoteFragment],
);

export const addTask = graphql(
  `
    mutation AddTask($input: NewTask!) {
      addTask(input: $input) {
        __typename
        ... on Task { id ...Task @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [TaskFragment],
);

export const completeTask = graphql(
  `
    mutation CompleteTask($id: ID!, $done: Boolean!) {
      completeTask(id: $id, done: $done) {
        __typename
        ... on Task { id ...Task @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [TaskFragment],
);

export const editTask = graphql(
  `
    mutation EditTask($id: ID!, $input: TaskEdit!) {
      editTask(id: $id, input: $input) {
        __typename
        ... on Task { id ...Task @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [TaskFragment],
);

export const removeTask = graphql(`
  mutation RemoveTask($id: ID!) {
    removeTask(id: $id) {
      __typename
      ... on Task { id }
      ... on Refusal { code message }
    }
  }
`);

export const restoreTask = graphql(
  `
    mutation RestoreTask($id: ID!) {
      restoreTask(id: $id) {
        __typename
        ... on Task { id ...Task @unmask }
        ... on Refusal { code message }
      }
    }
  `,
  [TaskFragment],
);

/** Who can be given something to do. */
export const colleaguesQuery = graphql(`
  query TaskColleagues {
    users { id name disabledAt }
  }
`);

/** Tasks for all customers: what is to do by day, or what was done lately. */
export const tasksQuery = graphql(
  `
    query TaskList($filter: TaskFilter, $after: String) {
      tasks(filter: $filter, first: 50, after: $after) {
        edges {
          cursor
          node {
            id
            ...Task @unmask
            customer { id displayName }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [TaskFragment],
);
