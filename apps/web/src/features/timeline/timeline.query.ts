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

/** One happening, as the timeline sees it. */
export type Entry = ResultOf<typeof TimelineEntryFragment>;
