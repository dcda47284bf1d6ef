import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What the timeline asks of one happening. */
export const TimelineEntryFragment = graphql(`
  fragment TimelineEntry on TimelineEntry @_unmask {
    id
    at
    department
    kind
    title
    detail
    actorName
    sourceName
    change { field before after }
  }
`);

/** How many happenings one request brings. */
export const timelinePage = 30;

/** The first happenings as part of a page's one question. */
export const CustomerTimelineFragment = graphql(
  `
    fragment CustomerTimeline on Customer {
      id
      timeline(departments: $departments, kinds: $kinds, before: $before, first: 30) {
        edges { cursor node { ...TimelineEntry @unmask } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [TimelineEntryFragment],
);

/** The timeline alone: for other filters, for older happenings. */
export const timelineQuery = graphql(
  `
    query CustomerTimeline($id: ID!, $departments: [Department!], $kinds: [String!], $before: DateTime, $after: String) {
      customer(id: $id) {
        id
        timeline(departments: $departments, kinds: $kinds, before: $before, first: 30, after: $after) {
          edges { cursor node { ...TimelineEntry @unmask } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [TimelineEntryFragment],
);

/** Which kinds of happenings there are to choose from. */
export const timelineKindsQuery = graphql(`
  query TimelineKinds($id: ID!, $departments: [Department!]) {
    customer(id: $id) { id timelineKinds(departments: $departments) }
  }
`);

/** What was said or written in an interaction that the timeline tells of. */
export const interactionQuery = graphql(`
  query TimelineInteraction($id: ID!) {
    node(id: $id) {
      __typename
      ... on TimelineEntry {
        id
        subject {
          __typename
          ... on Interaction { id direction durationSeconds outcome body }
        }
      }
    }
  }
`);

/** One happening, as the timeline sees it. */
export type Entry = ResultOf<typeof TimelineEntryFragment>;
