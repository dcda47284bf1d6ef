import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import {
  connectionOf,
  DateTime,
  Internal,
  Node,
  Personal,
  resultOf,
  ShareType,
  Special,
} from '#platform/graphql';
import type { ChannelScore, InstrumentScores } from '../domain/channel-scores.ts';
import type { ExpectationTask } from '../domain/expectation-task.ts';
import type { Instrument } from '../domain/read-voice-signals.ts';
import type { Referral, Review, SurveyAnswer } from '../domain/told.ts';

/** How we ask, as the graph names it. */
export const InstrumentEnum = { NPS: 'nps', CSAT: 'csat', CES: 'ces', EXPECTATION: 'expectation' } as const;

registerEnumType(InstrumentEnum, {
  name: 'Instrument',
  description: 'How customers are asked.',
  valuesConfig: {
    NPS: { description: 'Would you recommend us? 0 to 10.' },
    CSAT: { description: 'Are you satisfied? 1 to 5.' },
    CES: { description: 'Was it easy? 1 to 7, 7 is easy.' },
    EXPECTATION: { description: 'Was it as you expected? −2 to +2.' },
  },
});

/** What the world sees of an answer. */
@Internal()
@ObjectType('Answer', { implements: Node, description: 'What a customer answered when we asked.' })
export class AnswerType
  extends Node
  implements
    Pick<
      SurveyAnswer,
      | 'id'
      | 'instrument'
      | 'channel'
      | 'value'
      | 'expected'
      | 'perceived'
      | 'cause'
      | 'productName'
      | 'comment'
      | 'askedAt'
      | 'answeredAt'
    >
{
  @Field(() => InstrumentEnum, { description: 'How they were asked.' })
  instrument: Instrument;

  @Field(() => String, { nullable: true, description: 'Where they were asked.' })
  channel: string | null;

  @Personal()
  @Field(() => Int, { nullable: true, description: 'The number they gave, on the scale of the instrument.' })
  value: number | null;

  @Personal()
  @Field(() => Int, { nullable: true, description: 'What they expected before, −2 to +2.' })
  expected: number | null;

  @Personal()
  @Field(() => Int, { nullable: true, description: 'What they found, −2 to +2.' })
  perceived: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What caused the contact: `defect`, `setup`, `expectation`, `other`.',
  })
  cause: SurveyAnswer['cause'];

  @Field(() => String, { nullable: true, description: 'The product it was about.' })
  productName: string | null;

  @Special()
  @Field(() => String, { nullable: true, description: 'What they added, in their own words.' })
  comment: string | null;

  @Field(() => DateTime, { description: 'When they were asked.' })
  askedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When they answered.' })
  answeredAt: Date | null;
}

/** A page of answers. */
export const [AnswerEdge, AnswerConnection] = connectionOf(() => AnswerType, 'Answer');

/** What the world sees of a review. */
@Internal()
@ObjectType('Review', { implements: Node, description: 'What a customer told others about us.' })
export class ReviewType
  extends Node
  implements Pick<Review, 'id' | 'form' | 'site' | 'rating' | 'title' | 'text' | 'url' | 'productName' | 'at'>
{
  @Field(() => String, { description: '`review`, or `mention`.' })
  form: 'review' | 'mention';

  @Field(() => String, { nullable: true, description: 'Where: a shop, a portal, a network.' })
  site: string | null;

  @Field(() => Float, { nullable: true, description: 'Stars, at most 5.' })
  rating: number | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title: string | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'What they wrote for everybody.' })
  text: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'The product it is about.' })
  productName: string | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  at: Date;
}

/** What the world sees of a referral. */
@Internal()
@ObjectType('Referral', { implements: Node, description: 'That a customer recommended us to somebody.' })
export class ReferralType extends Node implements Pick<Referral, 'id' | 'channel' | 'at' | 'convertedAt'> {
  @Field(() => String, { nullable: true, description: 'How: a link, a code, by word of mouth.' })
  channel: string | null;

  @Field(() => DateTime, { description: 'When they did.' })
  at: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the invited person bought.' })
  convertedAt: Date | null;
}

/** Would they recommend us, with its interval. */
@Internal()
@ObjectType({
  description:
    'Net promoter score with its 95 % interval (adjusted Wald). Below ten answers there are only counts; below thirty it is provisional.',
})
export class NpsScore {
  @Field(() => Int, { description: 'Answers.' })
  n: number;

  @Field(() => Int, { description: 'Answers 9 and 10.' })
  promoters: number;

  @Field(() => Int, { description: 'Answers 7 and 8.' })
  passives: number;

  @Field(() => Int, { description: 'Answers 0 to 6.' })
  detractors: number;

  @Field(() => Float, { nullable: true, description: '−100 to 100; null with too few answers.' })
  score: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval ends.' })
  hi: number | null;

  @Field(() => Boolean, { description: 'Whether there are so few answers that it may still turn.' })
  isProvisional: boolean;
}

/** The score of one channel. */
@Internal()
@ObjectType({
  description: 'The net promoter score of one channel, and how many of those asked there answered.',
})
export class ChannelNps {
  @Field(() => String, { description: 'The channel.' })
  channel: string;

  @Field(() => NpsScore, { description: 'Its score.' })
  nps: NpsScore;

  @Field(() => ShareType, { description: 'Answered, of those who were asked.' })
  answered: Proportion;

  @Field(() => Boolean, { description: 'Whether it counts in the weighted score: ten answers at least.' })
  isWeighted: boolean;
}

/** The score of one month. */
@Internal()
@ObjectType({ description: 'The net promoter score of one month.' })
export class MonthNps {
  @Field(() => String, { description: '`2026-11`.' })
  month: string;

  @Field(() => NpsScore, { description: 'Its score.' })
  nps: NpsScore;
}

/** A mean with its interval. */
@Internal()
@ObjectType({ description: 'A mean with its 95 % interval (Student).' })
export class MeanScore {
  @Field(() => Int, { description: 'How many answers.' })
  n: number;

  @Field(() => Float, { nullable: true, description: 'The mean; null with too few answers.' })
  mean: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval begins.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where the interval ends.' })
  hi: number | null;
}

/** How one channel does with one question. */
@Internal()
@ObjectType({ description: 'How one channel does with one question, and against what is usual on it.' })
export class ChannelScoreType implements ChannelScore {
  @Field(() => String, { description: 'The channel.' })
  channel: string;

  @Field(() => ShareType, { description: 'Answered, of those who were asked there.' })
  answered: Proportion;

  @Field(() => MeanScore, { description: 'The score; without enough answers only their number.' })
  score: MeanScore;

  @Field(() => MeanScore, {
    nullable: true,
    description: 'The same channel before the period: its own baseline. Null without a period.',
  })
  baseline: MeanScore | null;

  @Field(() => MeanScore, {
    nullable: true,
    description: 'Score less baseline, with its interval; null unless both have enough answers.',
  })
  change: MeanScore | null;

  @Field(() => Boolean, { description: 'Whether it counts in the weighted headline.' })
  isWeighted: boolean;
}

/** All channels of one question. */
@Internal()
@ObjectType({
  description: 'One question on all channels: NPS −100 to 100, CSAT as a share, CES 1 to 7.',
})
export class InstrumentScoresType implements InstrumentScores {
  @Field(() => InstrumentEnum, { description: 'The question.' })
  instrument: Instrument;

  @Field(() => ShareType, { description: 'Answered, of those who were asked.' })
  answered: Proportion;

  @Field(() => MeanScore, { description: 'All channels together.' })
  score: MeanScore;

  @Field(() => Float, {
    nullable: true,
    description: 'The same as if everybody had answered in proportion to the contacts of each channel.',
  })
  weighted: number | null;

  @Field(() => Float, { nullable: true, description: 'The standard error of the weighted score.' })
  weightedError: number | null;

  @Field(() => [ChannelScoreType], {
    description: 'By channel, those with most answers first. A plain list: there are few.',
  })
  channels: ChannelScoreType[];
}

/** What customers answer. */
@Internal()
@ObjectType({ description: 'What customers answered in a period. Each score carries its n and interval.' })
export class VoiceScores {
  @Field(() => NpsScore, { description: 'Would they recommend us, all channels together.' })
  nps: NpsScore;

  @Field(() => Float, {
    nullable: true,
    description: 'The same as if everybody had answered in proportion to the contacts of each channel.',
  })
  weightedNps: number | null;

  @Field(() => Float, { nullable: true, description: 'The standard error of the weighted score.' })
  weightedError: number | null;

  @Field(() => ShareType, {
    description: 'Answered, of those who were asked whether they would recommend us.',
  })
  answered: Proportion;

  @Field(() => [ChannelNps], {
    description: 'By channel, those with most answers first. A plain list: there are few.',
  })
  channels: ChannelNps[];

  @Field(() => [MonthNps], { description: 'By month, the oldest first. A plain list: one for each month.' })
  months: MonthNps[];

  @Field(() => [InstrumentScoresType], {
    description:
      'Each question by channel, against the channel’s own baseline. A plain list: three questions.',
  })
  instruments: InstrumentScoresType[];

  @Field(() => ShareType, { description: 'Satisfied: answers 4 and 5 of 5.' })
  csat: Proportion;

  @Field(() => MeanScore, { description: 'Was it easy: 1 to 7, 7 is easy.' })
  ces: MeanScore;

  @Field(() => Int, { description: 'Below this many answers no score is shown.' })
  least: number;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** The gap of one product. */
@Internal()
@ObjectType({ description: 'What customers expected of a product and what they found.' })
export class ProductGap {
  @Field(() => String, { description: 'The product.' })
  product: string;

  @Field(() => MeanScore, { description: 'Found − expected, −4 to +4.' })
  gap: MeanScore;

  @Field(() => ShareType, { description: 'Caused by what was expected, of the cases with a known cause.' })
  caused: Proportion;

  @Field(() => Boolean, {
    description:
      'Whether what is said before the purchase should be mended: twenty cases, and the interval above 30 %.',
  })
  fixContent: boolean;

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** What goes with recommending us. */
@Internal()
@ObjectType({
  description: 'Something that goes with recommending us; that is not to say that it causes it.',
})
export class NpsDriver {
  @Field(() => String, { description: 'What was rated.' })
  name: string;

  @Field(() => Float, { description: 'Its share of what the ratings explain, 0 to 1 (LMG).' })
  share: number;

  @Field(() => Float, { nullable: true, description: 'Where the middle 95 % over resampled answers begin.' })
  lo: number | null;

  @Field(() => Float, { nullable: true, description: 'Where they end.' })
  hi: number | null;

  @Field(() => Float, { description: 'How it is rated on average.' })
  mean: number;

  @Field(() => String, {
    description: '`improve` (important, rated badly), `keep` (important, rated well), `maintain`, `watch`.',
  })
  quadrant: string;
}

/** The drivers of a search, or why there are none. */
@Internal()
@ObjectType({ description: 'What goes with recommending us, behind its gate.' })
export class NpsDrivers {
  @Field(() => Int, { description: 'Answers with every rating.' })
  n: number;

  @Field(() => Int, { nullable: true, description: 'How many are needed, when there are too few.' })
  needed: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of the answers that the ratings explain.' })
  r2: number | null;

  @Field(() => [NpsDriver], {
    description: 'Most important first; none behind the gate. A plain list: at most ten.',
  })
  drivers: NpsDriver[];
}

/** What the world sees of a task to mend what people are led to expect. */
@Internal()
@ObjectType('ExpectationTask', {
  implements: Node,
  description:
    'Something to mend: what is said before the purchase leads people to expect what the product is not made for.',
})
export class ExpectationTaskType
  extends Node
  implements
    Pick<ExpectationTask, 'id' | 'product' | 'meanGap' | 'assigneeName' | 'madeAt' | 'doneAt' | 'doneByName'>
{
  @Field(() => String, { description: 'The product.' })
  product: string;

  @Field(() => ShareType, { description: 'Caused by what was expected, when it was asked for.' })
  caused?: Proportion;

  @Field(() => Float, { nullable: true, description: 'Found − expected on average.' })
  meanGap: number | null;

  @Field(() => String, { nullable: true, description: 'Who is to mend it.' })
  assigneeName: string | null;

  @Field(() => Boolean, { description: 'Whether it is the viewer’s.' })
  isMine?: boolean;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  madeAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done.' })
  doneAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who did it.' })
  doneByName: string | null;
}

/** What mutations of these tasks answer with. */
export const ExpectationTaskResult = resultOf(
  'ExpectationTaskResult',
  () => ExpectationTaskType,
  'ExpectationTask',
);

/** Which answers. */
@InputType('AnswerFilter', { description: 'All of it must hold; what is not given does not count.' })
export class AnswerFilterInput {
  @Field(() => DateTime, { nullable: true, description: 'Asked at this time or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Asked before this time.' })
  until?: Date | null;

  @Field(() => [String], { nullable: true, description: 'Asked on one of these channels.' })
  channels?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'About one of these products, by name.' })
  products?: string[] | null;

  @Field(() => [InstrumentEnum], { nullable: true, description: 'Asked in one of these ways.' })
  instruments?: Instrument[] | null;

  @Field(() => [String], { nullable: true, description: 'Where one of these was the cause.' })
  causes?: string[] | null;
}
