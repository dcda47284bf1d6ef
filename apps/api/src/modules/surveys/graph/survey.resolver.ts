import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Result } from '#kernel/result';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { type User, UserType, usersById } from '#modules/access';
import { Internal, type RequestContext, refused, ShareType } from '#platform/graphql';
import { countsBySurvey, type InvitationCount } from '../data/invitations.ts';
import { allSurveys } from '../data/surveys.ts';
import type { Survey, SurveyRefusal } from '../domain/survey.ts';
import { removeSurvey, saveSurvey } from '../save-survey.ts';
import {
  SaveSurveyInput,
  SilenceCountType,
  SurveyResult,
  SurveyType,
  SurveyWordingType,
} from './survey.type.ts';

const answer = (ctx: RequestContext, outcome: Result<Survey, SurveyRefusal>) => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

const sumOf = (counts: readonly InvitationCount[], ...states: InvitationCount['state'][]): number =>
  counts.reduce((sum, { state, n }) => (states.includes(state) ? sum + n : sum), 0);

/** Surveys, and how far they reach. */
@Resolver(() => SurveyType)
export class SurveyResolver {
  @Internal()
  @Query(() => [SurveyType], {
    description: 'What we ask by ourselves, by name. A plain list: a handful.',
  })
  surveys(@Ctx() ctx: RequestContext): Promise<Survey[]> {
    return allSurveys(ctx.reads);
  }

  @Internal()
  @FieldResolver(() => [SurveyWordingType], {
    description: 'Questions of one’s own, by language. A plain list: the languages of the house.',
  })
  wording(@Root() { wording }: Survey): SurveyWordingType[] {
    return Object.entries(wording).flatMap(([language, question]) =>
      question ? [{ language, question }] : [],
    );
  }

  @Internal()
  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who gets what a low answer opens; null: whoever looked after the case.',
  })
  lowOwner(@Root() { lowOwnerId }: Survey, @Ctx() ctx: RequestContext): Promise<User | null> | null {
    return lowOwnerId ? ctx.load(usersById, lowOwnerId) : null;
  }

  @Internal()
  @FieldResolver(() => Int, { description: 'How many questions wait for their time, or are on their way.' })
  async waiting(@Root() { id }: Survey, @Ctx() ctx: RequestContext): Promise<number> {
    return sumOf(await ctx.load(countsBySurvey, id), 'waiting', 'leaving');
  }

  @Internal()
  @FieldResolver(() => ShareType, { description: 'How many of those who were asked have answered.' })
  async answered(@Root() { id }: Survey, @Ctx() ctx: RequestContext): Promise<Proportion> {
    const counts = await ctx.load(countsBySurvey, id);
    return proportion(sumOf(counts, 'answered'), sumOf(counts, 'asked', 'answered'));
  }

  @Internal()
  @FieldResolver(() => [SilenceCountType], {
    description: 'Who was not asked, and why. A plain list: the reasons there are.',
  })
  async notAsked(@Root() { id }: Survey, @Ctx() ctx: RequestContext): Promise<SilenceCountType[]> {
    const counts = await ctx.load(countsBySurvey, id);
    return counts.flatMap(({ silence, n }) => (silence ? [{ silence, count: n }] : []));
  }

  @Internal()
  @Mutation(() => SurveyResult, {
    description: 'Keeps a survey. It asks about what happens from now on, never about what was before.',
  })
  async saveSurvey(
    @Arg('input', () => SaveSurveyInput) { id, wording, ...wish }: SaveSurveyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const words = Object.fromEntries(
      wording.flatMap(({ language, question }) => (question.trim() ? [[language, question]] : [])),
    );
    return answer(
      ctx,
      await ctx.db.transaction((tx) =>
        saveSurvey(tx, ctx.viewer, id ?? null, { ...wish, wording: words }, new Date()),
      ),
    );
  }

  @Internal()
  @Mutation(() => SurveyResult, { description: 'Takes a survey away; `restoreSurvey` puts it back.' })
  async removeSurvey(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeSurvey(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => SurveyResult, { description: 'Puts a survey back that was taken away.' })
  async restoreSurvey(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeSurvey(tx, ctx.viewer, id, null)));
  }
}
