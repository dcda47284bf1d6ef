import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Public } from '#platform/graphql';

/** An amount and its currency. Its class is that of the field that shows it. */
@Public()
@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType {
  @Field(() => Float, { description: 'In units of the currency (euros, not cents).' })
  amount: number;

  @Field(() => String, { nullable: true, description: 'ISO 4217; null when the source does not say.' })
  currency: string | null;
}

/** The stages as the graph names them; inside they are `need`, `research` … */
export const StageEnum = {
  NEED: 'need',
  RESEARCH: 'research',
  CHOICE: 'choice',
  USE: 'use',
  ASSISTANCE: 'assistance',
  SHARE: 'share',
  REPEAT: 'repeat',
  DORMANT: 'dormant',
} as const;

registerEnumType(StageEnum, {
  name: 'Stage',
  description: 'Where a customer stands on the way with us.',
  valuesConfig: {
    NEED: { description: 'Feels a need; we know them hardly.' },
    RESEARCH: { description: 'Looks at what there is.' },
    CHOICE: { description: 'Compares and decides: a deal is open.' },
    USE: { description: 'Has bought and uses it.' },
    ASSISTANCE: { description: 'Needs help: a ticket is open.' },
    SHARE: { description: 'Tells others: a review, a referral.' },
    REPEAT: { description: 'Has bought again.' },
    DORMANT: { description: 'Nothing was heard for a long time.' },
  },
});

/** Consent as the graph names it; inside it is `granted`, `withdrawn`, `unknown`. */
export const ConsentStateEnum = { GRANTED: 'granted', WITHDRAWN: 'withdrawn', UNKNOWN: 'unknown' } as const;

registerEnumType(ConsentStateEnum, {
  name: 'ConsentState',
  description: 'Whether somebody agreed to be contacted.',
  valuesConfig: {
    GRANTED: { description: 'They agreed, and there is proof.' },
    WITHDRAWN: { description: 'They said no, or took it back.' },
    UNKNOWN: { description: 'Nothing certain is known: as good as no.' },
  },
});

/** What an interaction was to the customer, as the graph names it. */
export const OutcomeEnum = {
  MEMORABLE_POSITIVE: 'memorable-positive',
  POSITIVE: 'positive',
  IRRELEVANT: 'irrelevant',
  NEGATIVE: 'negative',
  MEMORABLE_NEGATIVE: 'memorable-negative',
  UNKNOWN: 'unknown',
} as const;

registerEnumType(OutcomeEnum, {
  name: 'Outcome',
  description: 'What an interaction was to the customer.',
  valuesConfig: {
    MEMORABLE_POSITIVE: { description: 'Good, and strong or unusual enough to stay.' },
    POSITIVE: { description: 'Good, as usual.' },
    IRRELEVANT: { description: 'Like every other: it will not be remembered, which is the worst.' },
    NEGATIVE: { description: 'Bad, or much less than is usual here.' },
    MEMORABLE_NEGATIVE: { description: 'Bad, and strong or unusual enough to stay.' },
    UNKNOWN: { description: 'Nobody measured it, which does not mean that it was forgotten.' },
  },
});
