import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import {
  After,
  type Connection,
  First,
  Internal,
  Personal,
  pageOf,
  pageSize,
  type RequestContext,
  readMomentCursor,
  writeCursor,
} from '#platform/graphql';
import { countAnswers, countDrivers } from '../count-answers.ts';
import { pageOfAnswers } from '../data/answers.ts';
import { npsOf, type Recommenders } from '../domain/nps.ts';
import { usualVoice } from '../domain/settings.ts';
import type { SurveyAnswer } from '../domain/told.ts';
import { expectationGaps } from '../raise-expectation-tasks.ts';
import { AnswerConnection, AnswerFilterInput, AnswerType } from './answer.type.ts';
import { NpsDrivers } from './drivers.type.ts';
import { ProductGap } from './gaps.type.ts';
import type { MeanScore, NpsScore } from './score.type.ts';
import { VoiceScores } from './voice-scores.type.ts';

const few = (standing: string): boolean => standing === 'none' || standing === 'counts';

/** A score as it is shown: behind its gate there are only counts. */
function shownNps(given: Recommenders): NpsScore {
  const nps = npsOf(given);
  const hidden = few(nps.standing);
  return {
    ...given,
    n: nps.n,
    score: hidden ? null : nps.nps,
    lo: hidden ? null : nps.lo,
    hi: hidden ? null : nps.hi,
    isProvisional: nps.standing === 'provisional',
  };
}

const gated = (share: Proportion): Proportion =>
  share.n < usualVoice.least ? { ...share, p: null, lo: null, hi: null } : share;
const gatedMean = (mean: MeanScore): MeanScore =>
  mean.n < usualVoice.least ? { n: mean.n, mean: null, lo: null, hi: null } : mean;

const which = { nullable: true, description: 'Which of them; all when missing.' } as const;

/** What customers say, counted, and the answers behind it. */
@Resolver(() => AnswerType)
export class VoiceResolver {
  @Internal()
  @Query(() => AnswerConnection, { description: 'Answers, newest first: the list behind the scores.' })
  async answers(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AnswerFilterInput, which) filter?: AnswerFilterInput | null,
    @First(50) first?: number | null,
    @After() after?: string | null,
  ): Promise<Connection<SurveyAnswer>> {
    const size = pageSize(first, 50);
    const rows = await pageOfAnswers(
      ctx.reads,
      filter ?? {},
      size + 1,
      after ? readMomentCursor(after) : null,
    );
    return pageOf(rows, size, ({ askedAt, id }) => writeCursor([askedAt.toISOString(), id]), after);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who answered.' })
  customer(@Root() answer: SurveyAnswer, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, answer.customerId);
  }

  @Internal()
  @Query(() => VoiceScores, { description: 'Would they recommend us, are they satisfied, was it easy.' })
  async voiceScores(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AnswerFilterInput, which) filter?: AnswerFilterInput | null,
  ): Promise<VoiceScores> {
    const counted = await countAnswers(ctx.reads, filter ?? {});
    const { weighted } = counted;
    const nps = shownNps(counted.recommenders);
    return {
      nps,
      weightedNps: weighted.weighted,
      weightedError: weighted.se,
      answered: proportion(nps.n, counted.asked),
      channels: counted.channels
        .map(({ channel, recommenders }) => ({
          channel,
          nps: shownNps(recommenders),
          answered: weighted.channels[channel]!.responseRate,
          isWeighted: weighted.used.includes(channel),
        }))
        .sort((a, b) => b.nps.n - a.nps.n || (a.channel < b.channel ? -1 : 1)),
      months: counted.months.map(({ month, recommenders }) => ({ month, nps: shownNps(recommenders) })),
      instruments: counted.instruments,
      csat: gated(counted.csat),
      ces: gatedMean(counted.ces),
      least: usualVoice.least,
      settings: usualVoice.version,
    };
  }

  @Internal()
  @Query(() => [ProductGap], {
    description:
      'What customers expected and found in the last year, product by product. A plain list: there are as many as products.',
  })
  async expectationGaps(@Ctx() ctx: RequestContext): Promise<ProductGap[]> {
    const found = await expectationGaps(ctx.reads, new Date());
    return found.map(({ product, meanGap, gapLo, gapHi, nGap, expectationShare, fixContent, settings }) => ({
      product,
      gap: gatedMean({ n: nGap, mean: meanGap, lo: gapLo, hi: gapHi }),
      caused: gated(expectationShare),
      fixContent,
      settings,
    }));
  }

  @Internal()
  @Query(() => NpsDrivers, { description: 'What goes with recommending us, behind its gate.' })
  async npsDrivers(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => AnswerFilterInput, which) filter?: AnswerFilterInput | null,
  ): Promise<NpsDrivers> {
    const found = await countDrivers(ctx.reads, filter ?? {});
    if (found.ok) return { n: found.value.n, needed: null, r2: found.value.r2, drivers: found.value.drivers };
    const { refusal } = found;
    return refusal.code === 'too-few-answers'
      ? { n: refusal.n, needed: refusal.needed, r2: null, drivers: [] }
      : { n: 0, needed: null, r2: null, drivers: [] };
  }
}
