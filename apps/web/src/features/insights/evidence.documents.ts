import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** Figures that rest on several subjects; asked beside the others, which do not wait for them. */
export const evidenceQuery = graphql(`
  query InsightEvidence($from: DateTime, $channels: [String!]) {
    purchaseCredit(from: $from) {
      conversions
      n
      lookBackDays
      settings
      channels {
        channel met { k n p lo hi } first last linear position timeDecay shapley markov removal least most
      }
    }
    heardShares(from: $from) { n ways { way share { k n p lo hi } } }
    botContainment(from: $from, channels: $channels, first: 30) {
      claimed { k n p lo hi }
      truly { k n p lo hi }
      handed { k n p lo hi }
      gaveUp { k n p lo hi }
      talks { ending beganAt ticket { id number subject } customer { id displayName } }
    }
    predictionCalibrations {
      what n predicted brier
      actual { k n p lo hi }
      steps { predicted actual { k n p lo hi } }
    }
    repeatFits {
      id currency version fittedAt orders buyers repeaters passed reasons r alpha a b lnL heldOutDays expected actual correlation
      frequencyAlone settings
      calibration { n expected actual lo hi }
      baskets { passed reasons n p q v dependence }
    }
  }
`);

/** The ways behind the credit of a channel. */
export const waysQuery = graphql(`
  query InsightWays($channel: String!, $from: DateTime) {
    waysToPurchase(channel: $channel, from: $from, first: 30) {
      boughtAt
      customer { id displayName }
      steps { channel daysBefore }
    }
  }
`);

export type Evidence = ResultOf<typeof evidenceQuery>;
