import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import type { Tx } from '#platform/database';
import { Internal, Personal, type RequestContext, refused } from '#platform/graphql';
import { contradictionsByCustomer } from '../data/read-contradictions.ts';
import { lastRuns, type StoredRun } from '../data/runs.ts';
import type { Contradiction } from '../domain/contradictions.ts';
import type { Contradicted } from '../find-contradictions.ts';
import { askForRun, askToPublish, holdRunAgain, type RunRefusal, refuseRun } from '../refuse-run.ts';
import { actorOf } from './actor-of.ts';
import {
  ContradictedCustomerType,
  ContradictionType,
  IdentityRunResult,
  IdentityRunType,
  type RunPublishingType,
  type RunRefusedType,
} from './identity-run.type.ts';

async function answer(
  ctx: RequestContext,
  id: string,
  action: string,
  answering: (tx: Tx) => Promise<Result<null, RunRefusal>>,
) {
  if (!isId(id)) return refused('NOT_FOUND', 'There is no such run.', 'id');
  const result = await ctx.db.transaction(async (tx) => {
    const answered = await answering(tx);
    if (answered.ok)
      await recordAudit(tx, ctx.viewer, [{ action, subjectType: 'IdentityRun', subjectId: id }]);
    return answered;
  });
  if (!result.ok) return refused(result.refusal.code, result.refusal.message);
  return lastShown(ctx);
}

/** The last run over everybody, asking for another one, and refusing what a held one proposes. */
@Resolver(() => IdentityRunType)
export class IdentityRunResolver {
  @Internal()
  @Query(() => IdentityRunType, {
    nullable: true,
    description: 'The last run over everybody; nothing before the first.',
  })
  async lastIdentityRun(@Ctx() ctx: RequestContext): Promise<IdentityRunType | null> {
    return lastShown(ctx);
  }

  @Internal()
  @FieldResolver(() => [ContradictedCustomerType], {
    description:
      'Customers whose records contradict each other, those to look at first. A plain list: at most 100.',
  })
  contradicted(
    @Root() run: IdentityRunType,
    @Arg('first', () => Int, { defaultValue: 10, description: 'So many at most, 1 to 100.' }) first: number,
  ): Contradicted[] {
    return run.contradictedAll.slice(0, Math.max(1, Math.min(100, first)));
  }

  @Internal()
  @Mutation(() => Boolean, {
    description:
      'Asks for a run over everybody, as happens every night and after a large import. True once it is asked for; `lastIdentityRun` says what it came to. False where it was to publish what somebody has refused: `holdRunAgain` first.',
  })
  async lookAtEverybody(
    @Ctx() ctx: RequestContext,
    @Arg('publish', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'Also when more moves than does from one run to the next: somebody has seen why the last one was held.',
    })
    publish?: boolean | null,
  ): Promise<boolean> {
    return ctx.db.transaction(async (tx) => {
      if (!publish) askForRun(tx);
      else if (!(await askToPublish(tx, actorOf(ctx.viewer))).ok) return false;
      await recordAudit(tx, ctx.viewer, [
        { action: 'look-at-everybody', subjectType: 'IdentityRun', details: { publish } },
      ]);
      return true;
    });
  }

  @Internal()
  @Mutation(() => IdentityRunResult, {
    description:
      'Refuses what the last run over everybody proposes, when it was held: no customer is joined, parted or moved, and nobody is asked about this run again. No pair is decided (`separateDoubt` does that): the next run compares everybody afresh, and is held by the same rules when as much would move. A publishing that was asked for and has not begun is called off. `holdRunAgain` takes it back.',
  })
  refuseRun(@Arg('id', () => ID, { description: 'The run.' }) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, id, 'refuse-run', (tx) => refuseRun(tx, id, actorOf(ctx.viewer)));
  }

  @Internal()
  @Mutation(() => IdentityRunResult, {
    description: 'Takes back that the last run over everybody was refused: it is held as before.',
  })
  holdRunAgain(@Arg('id', () => ID, { description: 'The run.' }) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, id, 'hold-run-again', (tx) => holdRunAgain(tx, id));
  }
}

/** What a run found of a customer. */
@Resolver(() => ContradictedCustomerType)
export class ContradictedCustomerResolver {
  @Personal()
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whom; nothing where they were forgotten since.',
  })
  customer(@Root() { customerId }: Contradicted, @Ctx() ctx: RequestContext): Promise<Customer | null> {
    return ctx.load(customersById, customerId);
  }
}

/** `Customer.contradictions`. */
@Resolver(() => CustomerType)
export class CustomerContradictionsResolver {
  @Internal()
  @FieldResolver(() => [ContradictionType], {
    nullable: true,
    description:
      'What the last run over everybody found in their records that one person can hardly have. A plain list: at most six.',
  })
  contradictions(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<Contradiction[]> {
    return ctx.load(contradictionsByCustomer<Contradiction>, customer.id);
  }
}

async function lastShown(ctx: RequestContext): Promise<IdentityRunType | null> {
  const [run, before] = await lastRuns(ctx.db, 2);
  return run ? shown(run, before) : null;
}

const refusalOf = (run?: StoredRun): RunRefusedType | null =>
  run?.refusedAt && run.refusedBy ? { by: run.refusedBy, at: run.refusedAt } : null;
const publishingOf = (run: StoredRun): RunPublishingType | null =>
  run.publishAskedAt && run.publishAskedBy ? { by: run.publishAskedBy, at: run.publishAskedAt } : null;

const shown = (run: StoredRun, before?: StoredRun): IdentityRunType => ({
  ...plain(run),
  publishing: publishingOf(run),
  refused: refusalOf(run),
  refusedBefore: refusalOf(before),
});

const plain = ({
  id,
  madeAt,
  records,
  heldBecause,
  settings,
  report,
}: StoredRun): Omit<IdentityRunType, 'publishing' | 'refused' | 'refusedBefore'> => ({
  id,
  at: madeAt,
  records,
  customers: report.customers ?? null,
  agreement: report.agreement ?? null,
  raised: report.doubts ?? 0,
  dropped: report.dropped ?? 0,
  joined: report.linked ?? 0,
  parted: report.split ?? 0,
  undoId: report.runIds?.[0] ?? null,
  lessons: (settings.taught?.same ?? 0) + (settings.taught?.different ?? 0),
  heldBecause,
  held: report.held ?? null,
  settingsVersion: settings.version ?? 1,
  contradictedCount: report.contradictions?.customers ?? null,
  contradictedAll: report.contradicted ?? [],
});
