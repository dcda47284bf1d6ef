import { graphql } from '#lib/graphql/graphql.ts';

/** What stands behind a stage: its reasons, how long others stayed, where they went, where this customer was. */
export const StageEvidenceFragment = graphql(`
  fragment StageEvidence on Customer {
    id
    stage {
      stage
      since
      confidence
      settings
      lastFactAt
      because { kind at points entry { id kind title } }
      next { stage n share low high medianDays }
      usual { entered left medianDays lowDays highDays countedAt curve { days stay } }
      override { id stage saidStage reason byName at }
    }
    stageHistory { stage from to cause }
    tracks { journey stage since cause confidence }
  }
`);

/** Says where a customer stands. */
export const overrideStage = graphql(`
  mutation OverrideStage($input: OverrideStage!) {
    overrideStage(input: $input) {
      __typename
      ... on Customer {
        id
        stage {
          stage since cause causeAt confidence dormantSince settings lastFactAt
          because { kind at points entry { id kind title } }
          next { stage n share low high medianDays }
          usual { entered left medianDays lowDays highDays countedAt curve { days stay } }
          override { id stage saidStage reason byName at }
        }
        stageHistory { stage from to cause }
      }
      ... on Refusal { code message field }
    }
  }
`);

/** Takes that back. */
export const undoStageOverride = graphql(`
  mutation UndoStageOverride($id: ID!) {
    undoStageOverride(id: $id) {
      __typename
      ... on Customer {
        id
        stage {
          stage since cause causeAt confidence dormantSince settings lastFactAt
          because { kind at points entry { id kind title } }
          next { stage n share low high medianDays }
          usual { entered left medianDays lowDays highDays countedAt curve { days stay } }
          override { id stage saidStage reason byName at }
        }
        stageHistory { stage from to cause }
      }
      ... on Refusal { code message field }
    }
  }
`);
