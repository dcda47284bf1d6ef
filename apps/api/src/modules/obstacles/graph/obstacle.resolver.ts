import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { proportion } from '#kernel/statistics/proportion';
import { usersById } from '#modules/access';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { usualExperience } from '#modules/experience';
import { cleanText } from '#modules/house';
import { DateTime, Internal, Personal, pageSize, type RequestContext, refused } from '#platform/graphql';
import {
  beforeAndAfter,
  casesOfObstacle,
  frictionOverall,
  hardCasesByCustomer,
  obstacleBoard,
  type ShownCase,
  type ShownSighting,
  sightingsByCase,
} from '../data/obstacles.ts';
import type { Judgement, Obstacle } from '../domain/obstacle.ts';
import { judgeObstacle } from '../judge-obstacle.ts';
import {
  BeforeAfter,
  HardCase,
  ObstacleBoard,
  ObstacleFilterInput,
  ObstacleMet,
  ObstacleResult,
  ObstacleType,
} from './obstacle.type.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;
const which = { nullable: true, description: 'Which cases; all when missing.' } as const;
const standing: NonNullable<ObstacleFilterInput['states']> = ['found', 'confirmed', 'mended'];

/** What obstacles add to the customer graph: `Customer.hardCases`. */
@Resolver(() => CustomerType)
export class CustomerObstaclesResolver {
  @Internal()
  @FieldResolver(() => [HardCase], {
    nullable: true,
    description: 'Cases of theirs in which something stood in the way, newest first.',
  })
  hardCases(
    @Root() customer: Customer,
    @Arg('first', () => Int, { defaultValue: 10, nullable: true, description: 'How many, at most 100.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownCase[]> {
    return ctx.load(hardCasesByCustomer, { customerId: customer.id, first: pageSize(first, 10) });
  }
}

/** What was met in a case, and whose it is. */
@Resolver(() => HardCase)
export class HardCaseResolver {
  @FieldResolver(() => Int, {
    description:
      'What is left of the ease of a case without obstacles, 0 to 100: each obstacle takes its share of what was left.',
  })
  ease(@Root() one: ShownCase): number {
    return Math.floor(one.ease);
  }

  @Internal()
  @FieldResolver(() => [ObstacleMet], {
    description: 'What was met, in the order in which it was met. A plain list: as many as a case has steps.',
  })
  met(@Root() one: ShownCase, @Ctx() ctx: RequestContext): Promise<ShownSighting[]> {
    return ctx.load(sightingsByCase, one.id);
  }

  @Personal()
  @FieldResolver(() => CustomerType, { nullable: true, description: 'Whose it is.' })
  customer(
    @Root() one: ShownCase & { customerId?: string | null },
    @Ctx() ctx: RequestContext,
  ): Promise<Customer | null> | null {
    return one.customerId ? ctx.load(customersById, one.customerId) : null;
  }
}

/** How much longer it took. */
@Resolver(() => ObstacleMet)
export class ObstacleMetResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Whole minutes beyond what this step usually takes; null where nobody knows.',
  })
  excessMinutes(@Root() { excessMinutes }: ShownSighting): number | null {
    return excessMinutes === null ? null : Math.floor(excessMinutes);
  }
}

/** The board of obstacles, and what people say of them. */
@Resolver(() => ObstacleType)
export class ObstacleResolver {
  @Internal()
  @Query(() => ObstacleBoard, {
    description: 'What stands in the way of customers, what costs most hours first.',
  })
  async obstacleBoard(
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ObstacleFilterInput, which) filter?: ObstacleFilterInput | null,
  ): Promise<ObstacleBoard> {
    const search = { ...filter, states: filter?.states ?? standing };
    const [rows, all] = await Promise.all([
      obstacleBoard(ctx.reads, search, 50),
      frictionOverall(ctx.reads, search),
    ]);
    return {
      obstacles: rows.map(({ sightings, cases, customers, excessMinutes, ...obstacle }) => ({
        obstacle,
        sightings,
        cases: proportion(cases, all.cases),
        customers,
        excessHours: tenth(excessMinutes / 60),
      })),
      clean: proportion(all.clean, all.cases),
      meanEase: all.meanEase === null ? null : tenth(all.meanEase),
      asOf: all.asOf,
      settings: usualExperience.version,
    };
  }

  @Internal()
  @FieldResolver(() => BeforeAfter, {
    nullable: true,
    description: 'Whether it helped; null while nothing was changed.',
  })
  async beforeAfter(@Root() obstacle: Obstacle, @Ctx() ctx: RequestContext): Promise<BeforeAfter | null> {
    if (!obstacle.mendedAt) return null;
    const key = { obstacleId: obstacle.id, at: obstacle.mendedAt, days: 90 };
    const { before, after } = await ctx.load(beforeAndAfter, key);
    return { before: proportion(before.k, before.n), after: proportion(after.k, after.n) };
  }

  @Internal()
  @FieldResolver(() => [HardCase], {
    description: 'The cases in which it was met, those that it cost most first.',
  })
  cases(
    @Root() obstacle: Obstacle,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => ObstacleFilterInput, which) filter?: ObstacleFilterInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' })
    first?: number | null,
  ): Promise<ShownCase[]> {
    return casesOfObstacle(ctx.reads, obstacle.id, filter ?? {}, pageSize(first, 20));
  }

  @Internal()
  @Mutation(() => ObstacleResult, { description: 'Says that it is an obstacle.' })
  confirmObstacle(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.judge(ctx, id, { act: 'confirm' });
  }

  @Internal()
  @Mutation(() => ObstacleResult, { description: 'Says that it is none; `reopenObstacle` takes that back.' })
  dismissObstacle(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { description: 'Why it is none.' }) reason: string,
    @Ctx() ctx: RequestContext,
  ) {
    return this.judge(ctx, id, { act: 'dismiss', reason: cleanText(reason).slice(0, 500) || null });
  }

  @Internal()
  @Mutation(() => ObstacleResult, { description: 'Nobody has judged it any more.' })
  reopenObstacle(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return this.judge(ctx, id, { act: 'reopen' });
  }

  @Internal()
  @Mutation(() => ObstacleResult, {
    description: 'Says who looks after it; nobody when `ownerId` is missing.',
  })
  async ownObstacle(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: RequestContext,
    @Arg('ownerId', () => ID, { nullable: true, description: 'The id of a colleague.' })
    ownerId?: string | null,
  ) {
    const [owner] = ownerId ? await usersById(ctx.db, [ownerId]) : [null];
    if (ownerId && !owner) return refused('NOT_FOUND', 'No colleague has this id.', 'ownerId');
    return this.judge(ctx, id, { act: 'own', ownerId: owner?.id ?? null, ownerName: owner?.name ?? null });
  }

  @Internal()
  @Mutation(() => ObstacleResult, {
    description:
      'Something was changed, so that it should be better; before and after tell whether it helped.',
  })
  mendObstacle(
    @Arg('id', () => ID) id: string,
    @Arg('how', () => String, { description: 'What was changed.' }) how: string,
    @Ctx() ctx: RequestContext,
    @Arg('mendedAt', () => DateTime, { nullable: true, description: 'Since when, if not just now.' })
    mendedAt?: Date | null,
  ) {
    const said = cleanText(how).slice(0, 500) || null;
    return this.judge(ctx, id, { act: 'mend', how: said, mendedAt: mendedAt ?? null });
  }

  private async judge(ctx: RequestContext, id: string, wish: Judgement) {
    const outcome = await ctx.db.transaction((tx) => judgeObstacle(tx, ctx.viewer, id, wish, new Date()));
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    ctx.forget();
    return outcome.value;
  }
}
