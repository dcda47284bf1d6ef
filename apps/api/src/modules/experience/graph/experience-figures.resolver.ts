import { Arg, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { studentQuantile } from '#kernel/statistics/normal';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { DateTime, Internal, type RequestContext, ShareType } from '#platform/graphql';
import { livedChannels, livedMonths } from '../data/count-experience.ts';
import { livedSettings } from '../domain/settings.ts';

/** A month of both selves. */
@Internal()
@ObjectType({ description: 'What customers experienced in a month, and what they remember of it.' })
export class ExperienceMonth {
  @Field(() => String, { description: 'The month (UTC): `2026-11`.' })
  month: string;

  @Field(() => Int, { description: 'How many measured interactions began in it.' })
  n: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How it was, minute by minute, 0 to 100; 50 is neither good nor bad.',
  })
  experienced: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What is remembered of it, half peak and half end, 0 to 100; each interaction counts once.',
  })
  remembered: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Where the 95 % interval of what was experienced begins.',
  })
  experiencedLow: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends.' })
  experiencedHigh: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Where the 95 % interval of what is remembered begins.',
  })
  rememberedLow: number | null;

  @Field(() => Float, { nullable: true, description: 'Where it ends.' })
  rememberedHigh: number | null;
}

/** How much of a channel is forgotten. */
@Internal()
@ObjectType({
  description: 'How many interactions on a channel were irrelevant, of those that were measured.',
})
export class ChannelIrrelevance {
  @Field(() => String, { description: 'The channel.' })
  channel: string;

  @Field(() => ShareType, { description: 'The share that nobody will remember.' })
  irrelevant: Proportion;
}

/** Both selves of all customers. */
@Internal()
@ObjectType({ description: 'What customers experienced and remember, and what they forget, in a period.' })
export class ExperienceFigures {
  @Field(() => [ExperienceMonth], {
    description: 'Month by month, without those of which nothing was measured. A plain list: twelve a year.',
  })
  months: ExperienceMonth[];

  @Field(() => ShareType, { description: 'The share of irrelevant interactions on all these channels.' })
  irrelevant: Proportion;

  @Field(() => [ChannelIrrelevance], {
    description: 'The same by channel, where most was measured first. A plain list: there are few channels.',
  })
  channels: ChannelIrrelevance[];

  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;
}

/** −1…+1 as people read it. */
const scoreOf = (valence: number | null): number | null =>
  valence === null ? null : Math.round(500 * (1 + valence)) / 10;
/** The 95 % interval around a mean valence (Student's t), as people read it; one interaction alone has none. */
function intervalOf(mean: number | null, error: number | null, n: number) {
  if (mean === null || error === null || n < 2) return { lo: null, hi: null };
  const half = studentQuantile(0.025, n - 1) * error;
  return { lo: scoreOf(Math.max(-1, mean - half)), hi: scoreOf(Math.min(1, mean + half)) };
}
const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** What was lived, counted over all customers. */
@Resolver()
export class ExperienceFiguresResolver {
  @Internal()
  @Query(() => ExperienceFigures, {
    description: 'What customers experienced against what they remember, and how much of it is irrelevant.',
  })
  async experienceFigures(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateTime, { nullable: true, description: 'Begun at this time or later.' })
    from?: Date | null,
    @Arg('until', () => DateTime, { nullable: true, description: 'Begun before this time.' })
    until?: Date | null,
    @Arg('channels', () => [String], { nullable: true, description: 'On one of these channels.' })
    channels?: string[] | null,
  ): Promise<ExperienceFigures> {
    const search = { from: from ?? null, until: until ?? null, channels: channels ?? null };
    const [months, counted] = await Promise.all([
      livedMonths(ctx.reads, search),
      livedChannels(ctx.reads, search),
    ]);
    return {
      months: months.map(({ month, n, experienced, remembered, experiencedError, rememberedError }) => {
        const lived = intervalOf(experienced, experiencedError, n);
        const kept = intervalOf(remembered, rememberedError, n);
        return {
          month,
          n,
          experienced: scoreOf(experienced),
          remembered: scoreOf(remembered),
          experiencedLow: lived.lo,
          experiencedHigh: lived.hi,
          rememberedLow: kept.lo,
          rememberedHigh: kept.hi,
        };
      }),
      irrelevant: proportion(
        sum(counted.map(({ irrelevant }) => irrelevant)),
        sum(counted.map(({ measured }) => measured)),
      ),
      channels: counted.map(({ channel, irrelevant, measured }) => ({
        channel,
        irrelevant: proportion(irrelevant, measured),
      })),
      settings: livedSettings.version,
    };
  }
}
