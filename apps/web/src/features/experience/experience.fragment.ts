import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';

/** What the curve, the memories and the attachment of a customer ask. */
export const ExperienceFragment = graphql(`
    fragment Experience on Customer {
      id
      experience {
        experienced
        remembered
        strength
        gap
        coverage
        moments
        knownMoments
        interactionCount
        measured
        minutes
        fadeStreak
        isFading
        settings
        irrelevance { irrelevant measured share low high }
        interactions(first: 40) {
        subjectType subjectId title department channel beganAt endedAt experienced remembered minutes momentCount knownMoments outcome
        usual usualDeviation usualCount weight
        moments { key at kind who valence minutes waited usualWait signals { signal value adds } }
      }
        memories {
        subjectType subjectId title department channel beganAt endedAt experienced remembered minutes momentCount knownMoments outcome
        usual usualDeviation usualCount weight
        moments { key at kind who valence minutes waited usualWait signals { signal value adds } }
        ifItEnded(valence: 0.8) { remembered customerRemembered }
      }
        failures { subjectId at resolved recovered paradox after isOpen }
        attachment {
          score
          shrunk
          coverage
          orders
          regretted
          lastOrderAt
          usualGapDays
          gapBy
          behaviourBy
          memorableGood
          memorableBad
          anchors
          contacts
          preferredChannel
          preferredShare
          notAskedAgainShare
          promiseKeptShare
          levers { lever weight value points events { subjectId title beganAt } }
        }
      }
    }
`);

/** What was lived, as these parts see it. */
export type Experience = NonNullable<ResultOf<typeof ExperienceFragment>['experience']>;
/** An interaction as these parts see it. */
export type Lived = Experience['interactions'][number];
/** A moment as these parts see it. */
export type Moment = Lived['moments'][number];
