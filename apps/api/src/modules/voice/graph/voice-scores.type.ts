import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { Internal, ShareType } from '#platform/graphql';
import type { ChannelScore, InstrumentScores } from '../domain/channel-scores.ts';
import type { Instrument } from '../domain/read-voice-signals.ts';
import { InstrumentEnum } from './answer.type.ts';
import { MeanScore, NpsScore } from './score.type.ts';

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
