import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

const VersionFragment = graphql(`
  fragment JourneyVersionParts on JourneyVersion @_unmask {
    number
    name
    halfLifeDays
    enterFrom
    hysteresis
    dormantAfterDays
    overridePoints
    savedAt
    savedBy
    publishedAt
    stages { key label memory memoryValence }
    facts { kind stage points isHard }
  }
`);

const JourneyFragment = graphql(
  `
    fragment JourneyParts on Journey @_unmask {
      id
      isMain
      live { ...JourneyVersionParts @unmask }
      draft { ...JourneyVersionParts @unmask }
      changes { field before after }
    }
  `,
  [VersionFragment],
);

/** The journeys with what counts and what is being worked on. */
export const journeysQuery = graphql(
  `
    query Journeys {
      journeys { id ...JourneyParts @unmask }
    }
  `,
  [JourneyFragment],
);

/** Who is where, of some people and a time. */
export const journeyFiguresQuery = graphql(`
  query JourneyFigures($id: ID, $filter: CustomerFilter, $from: DateTime, $split: JourneySplit) {
    journeyFigures(id: $id, filter: $filter, from: $from, split: $split) {
      asOf
      settings
      people
      stages {
        stage people stuck stuckSince entered left moved movedLow movedHigh medianDays lowDays highDays
        work { openDeals openTickets reachable }
      }
      flows { from to n share low high medianDays }
      comparisons { stage p chi2 segments { segment n left medianDays } }
    }
  }
`);

/** Keeps a draft. */
export const saveJourneyDraft = graphql(
  `
    mutation SaveJourneyDraft($input: SaveJourney!) {
      saveJourneyDraft(input: $input) {
        __typename
        ... on Journey { id ...JourneyParts @unmask }
        ... on Refusal { code message field }
      }
    }
  `,
  [JourneyFragment],
);

/** Makes it count. */
export const publishJourney = graphql(
  `
    mutation PublishJourney($id: ID!) {
      publishJourney(id: $id) {
        __typename
        ... on Journey { id ...JourneyParts @unmask }
        ... on Refusal { code message field }
      }
    }
  `,
  [JourneyFragment],
);

/** Throws it away. */
export const discardJourneyDraft = graphql(
  `
    mutation DiscardJourneyDraft($id: ID!) {
      discardJourneyDraft(id: $id) {
        __typename
        ... on Journey { id ...JourneyParts @unmask }
        ... on Refusal { code message field }
      }
    }
  `,
  [JourneyFragment],
);

/** Puts another journey than the main one away, or takes it out again. */
export const archiveJourney = graphql(`
  mutation ArchiveJourney($id: ID!, $archived: Boolean!) {
    archiveJourney(id: $id, archived: $archived) {
      __typename
      ... on Journey { id }
      ... on Refusal { code message field }
    }
  }
`);

export type Journey = ResultOf<typeof journeysQuery>['journeys'][number];
export type JourneyVersion = NonNullable<Journey['live']>;
export type Figures = NonNullable<ResultOf<typeof journeyFiguresQuery>['journeyFigures']>;
export type StageFigures = Figures['stages'][number];
