import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { UserType, usersById } from '#modules/access';
import {
  BusinessHoursResult,
  removePolicy,
  SaveBusinessHoursInput,
  SaveSlaPolicyInput,
  SlaPolicyResult,
  saveHours,
  savePolicy,
} from '#modules/clocks';
import { Internal, type RequestContext } from '#platform/graphql';
import { allMacros, allTeams, teamsById } from '../data/desk.ts';
import type { Macro, Team } from '../domain/desk.ts';
import { rewindTickets } from '../rewind-tickets.ts';
import { removeMacro, saveMacro, saveTeam } from '../save-macro.ts';
import { answer, changeOf } from './answer.ts';
import { SaveMacroInput, SaveTeamInput } from './desk.input.ts';
import { MacroBodyType, MacroChangeType, MacroResult, MacroType, TeamResult, TeamType } from './desk.type.ts';

/** Macros: answers that are given often. */
@Resolver(() => MacroType)
export class MacrosResolver {
  @Internal()
  @Query(() => [MacroType], {
    description: 'Answers that are given often, the most used first. A plain list: at most 500.',
  })
  macros(@Ctx() ctx: RequestContext): Promise<Macro[]> {
    return allMacros(ctx.db);
  }

  @Internal()
  @FieldResolver(() => [MacroBodyType], {
    description: 'Its words, one for each language. A plain list: the languages of a macro.',
  })
  bodies(@Root() { bodies }: Macro): MacroBodyType[] {
    return Object.entries(bodies)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([language, body]) => ({ language, body }));
  }

  @Internal()
  @FieldResolver(() => MacroChangeType, { description: 'What is done with the ticket when it is sent.' })
  async change(@Root() { change }: Macro, @Ctx() ctx: RequestContext): Promise<MacroChangeType> {
    return {
      status: change.status ?? null,
      priority: change.priority ?? null,
      cause: change.cause ?? null,
      addTags: change.addTags ?? [],
      team: change.teamId ? ((await ctx.load(teamsById, change.teamId)) as TeamType | null) : null,
    };
  }

  @Internal()
  @Mutation(() => MacroResult, { description: 'Keeps an answer that is given often.' })
  async saveMacro(@Arg('input', () => SaveMacroInput) input: SaveMacroInput, @Ctx() ctx: RequestContext) {
    const wish = {
      name: input.name,
      bodies: Object.fromEntries(input.bodies.map(({ language, body }) => [language, body])),
      change: changeOf(input.change, []),
    };
    return answer(
      ctx,
      await ctx.db.transaction((tx) => saveMacro(tx, ctx.viewer, input.id ?? null, wish, new Date())),
    );
  }

  @Internal()
  @Mutation(() => MacroResult, { description: 'Takes a macro away; `restoreMacro` puts it back.' })
  async removeMacro(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeMacro(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => MacroResult, { description: 'Puts a macro back that was taken away.' })
  async restoreMacro(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeMacro(tx, ctx.viewer, id, null)));
  }
}

/** Teams: who looks after tickets together. */
@Resolver(() => TeamType)
export class TeamsResolver {
  @Internal()
  @Query(() => [TeamType], { description: 'Our teams, by name. A plain list: a handful.' })
  teams(@Ctx() ctx: RequestContext): Promise<Team[]> {
    return allTeams(ctx.db);
  }

  @Internal()
  @FieldResolver(() => [UserType], { description: 'Who belongs to it. A plain list: colleagues.' })
  async members(@Root() { memberIds }: Team, @Ctx() ctx: RequestContext) {
    const users = await Promise.all(memberIds.map((id) => ctx.load(usersById, id)));
    return users.filter((user) => user !== null);
  }

  @Internal()
  @Mutation(() => TeamResult, { description: 'Keeps a team.' })
  async saveTeam(@Arg('input', () => SaveTeamInput) input: SaveTeamInput, @Ctx() ctx: RequestContext) {
    const wish = { name: input.name, memberIds: input.memberIds };
    return answer(ctx, await ctx.db.transaction((tx) => saveTeam(tx, ctx.viewer, input.id ?? null, wish)));
  }
}

/** What is promised about time; a change counts for all tickets that are not solved. */
@Resolver()
export class ServiceLevelsResolver {
  @Internal()
  @Mutation(() => SlaPolicyResult, { description: 'Keeps what is promised to whom.' })
  async saveSlaPolicy(
    @Arg('input', () => SaveSlaPolicyInput) { id, ...wish }: SaveSlaPolicyInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(
      ctx,
      await ctx.db.transaction(async (tx) => {
        const outcome = await savePolicy(tx, ctx.viewer, id ?? null, wish);
        if (outcome.ok) await rewindTickets(tx);
        return outcome;
      }),
    );
  }

  @Internal()
  @Mutation(() => SlaPolicyResult, { description: 'Takes a policy away; `restoreSlaPolicy` puts it back.' })
  async removeSlaPolicy(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.remove(id, new Date(), ctx);
  }

  @Internal()
  @Mutation(() => SlaPolicyResult, { description: 'Puts a policy back that was taken away.' })
  async restoreSlaPolicy(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.remove(id, null, ctx);
  }

  @Internal()
  @Mutation(() => BusinessHoursResult, { description: 'Keeps when a desk is at work.' })
  async saveBusinessHours(
    @Arg('input', () => SaveBusinessHoursInput) { id, days, ...wish }: SaveBusinessHoursInput,
    @Ctx() ctx: RequestContext,
  ) {
    const week = Array.from({ length: 7 }, (_, weekday) => {
      const day = days.find((one) => one.weekday === weekday);
      return day ? [day.from, day.to] : null;
    });
    const holidays = wish.holidays.map(({ day, name }) => ({ day, name }));
    return answer(
      ctx,
      await ctx.db.transaction(async (tx) => {
        const outcome = await saveHours(tx, ctx.viewer, id ?? null, { ...wish, week, holidays });
        if (outcome.ok) await rewindTickets(tx);
        return outcome;
      }),
    );
  }

  private async remove(id: string, at: Date | null, ctx: RequestContext) {
    return answer(
      ctx,
      await ctx.db.transaction(async (tx) => {
        const outcome = await removePolicy(tx, ctx.viewer, id, at);
        if (outcome.ok) await rewindTickets(tx);
        return outcome;
      }),
    );
  }
}
