import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What a survey shows, and how far it reached. */
export const SurveyFragment = graphql(`
  fragment SurveyShown on Survey @_unmask {
    id
    name
    occasion
    stage
    channel
    instrument
    look
    asksWhy
    delayMinutes
    restDays
    needsConsent
    asksHeardOf
    lowAtMost
    lowMove
    lowOwner { id name }
    wording { language question }
    activeSince
    waiting
    answered { k n p lo hi }
    notAsked { silence count }
  }
`);

/** A survey. */
export type SurveyShown = ResultOf<typeof SurveyFragment>;

/** All surveys, and who may own a low answer. */
export const surveysQuery = graphql(
  `
    query Surveys {
      surveys { ...SurveyShown @unmask }
      users { id name department disabledAt }
    }
  `,
  [SurveyFragment],
);

export const saveSurvey = graphql(
  `
    mutation SaveSurvey($input: SaveSurvey!) {
      saveSurvey(input: $input) {
        __typename
        ... on Survey { ...SurveyShown @unmask }
        ... on Refusal { code message field }
      }
    }
  `,
  [SurveyFragment],
);

export const removeSurvey = graphql(`
  mutation RemoveSurvey($id: ID!) {
    removeSurvey(id: $id) { __typename ... on Survey { id } ... on Refusal { code message } }
  }
`);

export const restoreSurvey = graphql(`
  mutation RestoreSurvey($id: ID!) {
    restoreSurvey(id: $id) { __typename ... on Survey { id } ... on Refusal { code message } }
  }
`);
