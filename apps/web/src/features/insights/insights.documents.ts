import { graphql } from '#lib/graphql/graphql.ts';

/** Every figure of the page, asked with one filter. */
export const insightsQuery = graphql(`
  query Insights($from: DateTime, $channels: [String!]) {
    voiceScores(filter: { from: $from, channels: $channels }) {
      nps { n promoters passives detractors score lo hi isProvisional }
      weightedNps
      weightedError
      answered { k n p lo hi }
      channels { channel isWeighted nps { n score lo hi isProvisional promoters passives detractors } answered { k n p } }
      months { month nps { n score lo hi isProvisional promoters passives detractors } }
      instruments {
        instrument
        answered { k n }
        weighted
        channels {
          channel
          answered { k n p }
          score { n mean lo hi }
          baseline { n mean }
          change { mean lo hi }
        }
      }
      csat { k n p lo hi }
      ces { n mean lo hi }
      least
      settings
    }
    npsDrivers(filter: { from: $from, channels: $channels }) {
      n
      needed
      r2
      drivers { name share lo hi mean quadrant }
    }
    promisesKept(from: $from, channels: $channels) {
      all { share { k n p lo hi } open meanOverrunHours }
      channels { channel share { k n p lo hi } open meanOverrunHours }
    }
    obstacleBoard(filter: { from: $from, channels: $channels }) {
      clean { k n p lo hi }
      meanEase
      asOf
      obstacles {
        sightings
        excessHours
        customers
        cases { k n p lo hi }
        obstacle {
          id
          kind
          stepFrom
          stepTo
          state
          ownerName
          reason
          mendedAt
          mendedHow
          beforeAfter { before { k n p lo hi } after { k n p lo hi } }
        }
      }
    }
    experienceFigures(from: $from, channels: $channels) {
      months { month n experienced remembered experiencedLow experiencedHigh rememberedLow rememberedHigh }
      irrelevant { k n p lo hi }
      channels { channel irrelevant { k n p lo hi } }
      settings
    }
    contentThatMoved(first: 10) { id title figures { used opened tried worked rate low high windowDays } }
    expectationGaps {
      product
      fixContent
      gap { n mean lo hi }
      caused { k n p lo hi }
    }
    expectationTasks { id product assigneeName isMine madeAt doneAt doneByName }
  }
`);

/** The answers behind the scores. */
export const answersQuery = graphql(`
  query InsightAnswers($from: DateTime, $channels: [String!], $products: [String!], $instruments: [Instrument!]) {
    answers(
      filter: { from: $from, channels: $channels, products: $products, instruments: $instruments }
      first: 50
    ) {
      edges {
        node {
          id
          instrument
          channel
          value
          expected
          perceived
          cause
          productName
          answeredAt
          customer { id displayName }
        }
      }
    }
  }
`);

/** The cases behind an obstacle. */
export const obstacleCasesQuery = graphql(`
  query ObstacleCases($id: ID!, $from: DateTime, $channels: [String!]) {
    node(id: $id) {
      __typename
      ... on Obstacle {
        id
        cases(filter: { from: $from, channels: $channels }, first: 20) {
          id
          title
          channel
          openedAt
          ease
          customer { id displayName }
        }
      }
    }
  }
`);

export const confirmObstacle = graphql(`
  mutation ConfirmObstacle($id: ID!) {
    confirmObstacle(id: $id) { __typename ... on Obstacle { id state reason } ... on Refusal { code message } }
  }
`);

export const dismissObstacle = graphql(`
  mutation DismissObstacle($id: ID!, $reason: String!) {
    dismissObstacle(id: $id, reason: $reason) { __typename ... on Obstacle { id state reason } ... on Refusal { code message } }
  }
`);

export const reopenObstacle = graphql(`
  mutation ReopenObstacle($id: ID!) {
    reopenObstacle(id: $id) { __typename ... on Obstacle { id state reason mendedAt mendedHow } ... on Refusal { code message } }
  }
`);

export const ownObstacle = graphql(`
  mutation OwnObstacle($id: ID!, $ownerId: ID) {
    ownObstacle(id: $id, ownerId: $ownerId) { __typename ... on Obstacle { id ownerName } ... on Refusal { code message } }
  }
`);

export const mendObstacle = graphql(`
  mutation MendObstacle($id: ID!, $how: String!) {
    mendObstacle(id: $id, how: $how) {
      __typename
      ... on Obstacle { id state mendedAt mendedHow beforeAfter { before { k n p lo hi } after { k n p lo hi } } }
      ... on Refusal { code message }
    }
  }
`);

export const completeExpectationTask = graphql(`
  mutation CompleteExpectationTask($id: ID!, $done: Boolean!) {
    completeExpectationTask(id: $id, done: $done) {
      __typename
      ... on ExpectationTask { id doneAt doneByName }
      ... on Refusal { code message }
    }
  }
`);
