import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Internal, Personal } from '#platform/graphql';
import type { BasketReason, StreamReason } from '../domain/fit-stream.ts';

/** Why a model may not be used, as the graph names it. */
export const GateReasonEnum = {
  NO_FIT: 'no-fit',
  TOO_FEW_REPEATERS: 'too-few-repeaters',
  NOBODY_EVER_LEAVES: 'nobody-ever-leaves',
  NO_BETTER_THAN_FREQUENCY: 'no-better-than-frequency',
  TOO_LITTLE_TIME: 'too-little-time',
  DEPENDS_ON_FREQUENCY: 'depends-on-frequency',
  NO_MEAN: 'no-mean',
} as const;

registerEnumType(GateReasonEnum, {
  name: 'GateReason',
  description: 'Why a model of buying may not be used.',
  valuesConfig: {
    NO_FIT: { description: 'Nothing could be learned: nobody came back, or the search found no top.' },
    TOO_FEW_REPEATERS: { description: 'Too few buyers came back.' },
    NOBODY_EVER_LEAVES: { description: 'The fit has degenerated: in it nobody ever leaves.' },
    NO_BETTER_THAN_FREQUENCY: {
      description: 'On the time held out it says no more than counting purchases does.',
    },
    TOO_LITTLE_TIME: { description: 'Less than 13 weeks of orders are known.' },
    DEPENDS_ON_FREQUENCY: { description: 'Who buys often spends otherwise: the model supposes they do not.' },
    NO_MEAN: { description: 'The fitted values have no mean.' },
  },
});

/** What the world sees of a buyer ahead. */
@Personal()
@ObjectType('RepeatBuying', {
  description:
    'What a customer is expected to buy in the next twelve months, by BG/NBD, where the model passed its gate on this house’s own orders; else only what they did.',
})
export class RepeatBuyingType {
  @Field(() => Int, { description: 'Days on which they bought something and kept it.' })
  purchases: number;

  @Field(() => DateTime, { description: 'The day of the first.' })
  firstAt: Date;

  @Field(() => DateTime, { description: 'The day of the last.' })
  lastAt: Date;

  @Field(() => Float, {
    nullable: true,
    description:
      'How likely they are a customer still, 0…1. Nothing after one purchase only, of which the model cannot know, and while the model may not be used.',
  })
  alive: number | null;

  @Field(() => Float, { nullable: true, description: 'Purchases to expect in twelve months, on average.' })
  expected: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In 95 of 100 such cases they buy at least so often in twelve months.',
  })
  low: number | null;

  @Field(() => Int, { nullable: true, description: 'And at most so often.' })
  high: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How likely they buy at least once in twelve months, 0…1.',
  })
  again: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What a purchase of theirs is worth, by Gamma-Gamma, where that model passed its own gate.',
  })
  basket: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What they are expected to spend in twelve months; not discounted.',
  })
  value: number | null;

  @Field(() => String, { nullable: true, description: 'The currency, when orders name one.' })
  currency: string | null;

  @Internal()
  @Field(() => Boolean, { description: 'Whether the model may be used for orders of this currency.' })
  passed: boolean;

  @Internal()
  @Field(() => [GateReasonEnum], { description: 'Why not. A plain list: a handful of reasons.' })
  reasons: StreamReason[];

  @Internal()
  @Field(() => Int, { description: 'Which fit: its number in this currency.' })
  fitVersion: number;

  @Internal()
  @Field(() => Int, { nullable: true, description: 'Buyers on whom it was tried.' })
  buyers: number | null;

  @Internal()
  @Field(() => DateTime, { description: 'The day it was reckoned for.' })
  asOf: Date;

  @Internal()
  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** A step of a calibration. */
@Internal()
@ObjectType('CalibrationStep', {
  description: 'Buyers of whom about as much was expected, and what they did in the time held out.',
})
export class CalibrationStepType {
  @Field(() => Int, { description: 'How many buyers.' })
  n: number;

  @Field(() => Float, { description: 'Purchases that were expected of each, on average.' })
  expected: number;

  @Field(() => Float, { description: 'Purchases that came, on average.' })
  actual: number;

  @Field(() => Float, { nullable: true, description: 'Where the 95 % interval of what came begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends.' })
  hi: number | null;
}

/** What the world sees of the model of baskets. */
@Internal()
@ObjectType('BasketFit', {
  description: 'The Gamma-Gamma model of what a purchase is worth, and its own gate.',
})
export class BasketFitType {
  @Field(() => Boolean, { description: 'Whether it may be used.' })
  passed: boolean;

  @Field(() => [GateReasonEnum], { description: 'Why not. A plain list: a handful of reasons.' })
  reasons: BasketReason[];

  @Field(() => Int, { description: 'Buyers who came back, from whom it was learned.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'p, the shape of baskets.' })
  p: number | null;

  @Field(() => Float, { nullable: true, description: 'q, how much buyers differ.' })
  q: number | null;

  @Field(() => Float, { nullable: true, description: 'v, the scale.' })
  v: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much often and how much go together (−1…+1); the model supposes not at all.',
  })
  dependence: number | null;
}

/** What the world sees of a fit. */
@Internal()
@ObjectType('RepeatFit', {
  description:
    'What was learned of how people buy again, from the orders of one currency: the parameters, and how it did on time held out.',
})
export class RepeatFitType {
  @Field(() => ID, { description: 'Which fit.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The currency, when orders name one.' })
  currency: string | null;

  @Field(() => Int, { description: 'Its number in this currency.' })
  version: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  fittedAt: Date;

  @Field(() => Int, { description: 'Days of purchase that it saw.' })
  orders: number;

  @Field(() => Int, { description: 'Buyers on whom it was tried.' })
  buyers: number;

  @Field(() => Int, { description: 'Of those from whom it was learned: who came back at least once.' })
  repeaters: number;

  @Field(() => Boolean, { description: 'Whether it may be used.' })
  passed: boolean;

  @Field(() => [GateReasonEnum], { description: 'Why not. A plain list: a handful of reasons.' })
  reasons: StreamReason[];

  @Field(() => Float, { nullable: true, description: 'r: with α, how often buyers buy.' })
  r: number | null;

  @Field(() => Float, { nullable: true, description: 'α, in weeks.' })
  alpha: number | null;

  @Field(() => Float, { nullable: true, description: 'a: with b, how easily they leave.' })
  a: number | null;

  @Field(() => Float, { nullable: true, description: 'b: with a, how easily they leave.' })
  b: number | null;

  @Field(() => Float, { nullable: true, description: 'The logarithm of the likelihood.' })
  lnL: number | null;

  @Field(() => Int, {
    description: 'Days that were held out: what was learned before them is tried on them.',
  })
  heldOutDays: number;

  @Field(() => Float, { nullable: true, description: 'Purchases that were expected in them.' })
  expected: number | null;

  @Field(() => Float, { description: 'Purchases that came.' })
  actual: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How well the expectation goes with what came (correlation).',
  })
  correlation: number | null;

  @Field(() => Float, { nullable: true, description: 'How well plain counting does.' })
  frequencyAlone: number | null;

  @Field(() => [CalibrationStepType], {
    description: 'What was expected against what came, in five steps. A plain list: five.',
  })
  calibration: CalibrationStepType[];

  @Field(() => BasketFitType, { description: 'What a purchase is worth.' })
  baskets: BasketFitType;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}
