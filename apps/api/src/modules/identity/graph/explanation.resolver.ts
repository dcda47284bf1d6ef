import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import type { Tx } from '#platform/database';
import { Internal, mistake, type RequestContext, refused } from '#platform/graphql';
import type { StoredDoubt } from '../data/doubts.ts';
import { decisionRowsById, type RecordRow, recordsById } from '../data/record-rows.ts';
import {
  type Cohesion,
  cohesionsOf,
  explanationsOfPairs,
  type Near,
  neighboursOf,
  type PairExplanation,
  pairOf,
  strongestLinks,
} from '../explain-records.ts';
import { linkSafeDoubts, undoSafeLinks } from '../link-safe-doubts.ts';
import { houseRules } from '../move-rules.ts';
import { type SplitRefusal, separateRecords, splitRecord } from '../split-record.ts';
import { actorOf } from './actor-of.ts';
import { DoubtType } from './doubt.type.ts';
import {
  CohesionType,
  HouseholdMemberType,
  LikelyCustomerType,
  MatchExplanationType,
  SafeLinksType,
  SplitResult,
} from './explanation.type.ts';
import { SourceRecordType } from './source-record.type.ts';

/** The records of an explanation. */
@Resolver(() => MatchExplanationType)
export class MatchExplanationResolver {
  @Internal()
  @Query(() => MatchExplanationType, {
    nullable: true,
    description: 'Why two records may be one person, or not; nothing when one of them is missing.',
  })
  explainPair(
    @Arg('id', () => ID, { description: 'The first record.' }) recordId: string,
    @Arg('otherId', () => ID, { description: 'The second record.' }) otherRecordId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<PairExplanation | null> | null {
    if (!isId(recordId) || !isId(otherRecordId)) return null;
    return ctx.load(explanationsOfPairs, pairOf(recordId, otherRecordId));
  }

  @Internal()
  @FieldResolver(() => SourceRecordType, { description: 'The first of the two.' })
  record(@Root() { recordId }: PairExplanation, @Ctx() ctx: RequestContext): Promise<RecordRow | null> {
    return ctx.load(recordsById, recordId);
  }

  @Internal()
  @FieldResolver(() => SourceRecordType, { description: 'The second of the two.' })
  otherRecord(
    @Root() { otherRecordId }: PairExplanation,
    @Ctx() ctx: RequestContext,
  ): Promise<RecordRow | null> {
    return ctx.load(recordsById, otherRecordId);
  }
}

/** `Doubt.explanation`. */
@Resolver(() => DoubtType)
export class DoubtExplanationResolver {
  @Internal()
  @FieldResolver(() => MatchExplanationType, {
    nullable: true,
    description: 'Why the two records may be one person: the waterfall behind `probability`.',
  })
  explanation(@Root() doubt: StoredDoubt, @Ctx() ctx: RequestContext): Promise<PairExplanation | null> {
    return ctx.load(explanationsOfPairs, pairOf(doubt.recordId, doubt.candidateRecordId));
  }

  @Internal()
  @FieldResolver(() => LikelyCustomerType, {
    nullable: true,
    description: 'Who else the later record may be of, if anybody: the nearest alternative to the candidate.',
  })
  async alternative(@Root() doubt: StoredDoubt, @Ctx() ctx: RequestContext) {
    const near = await ctx.load(neighboursOf, doubt.customerId);
    const next = near.find(
      ({ customerId, probability }) => customerId !== doubt.candidateId && probability > 0.01,
    );
    if (!next) return null;
    const customer = await ctx.load(customersById, next.customerId);
    return customer && { customer, probability: next.probability };
  }
}

/** `SourceRecord.whyHere`. */
@Resolver(() => SourceRecordType)
export class RecordExplanationResolver {
  @Internal()
  @FieldResolver(() => MatchExplanationType, {
    nullable: true,
    description:
      'Why it is here: its strongest link to another record of its customer; nothing for the only one. `cause` says who decided.',
  })
  whyHere(@Root() record: RecordRow, @Ctx() ctx: RequestContext): Promise<PairExplanation | null> {
    return ctx.load(strongestLinks, record.id);
  }
}

/** `Customer.cohesion`, `Customer.household` and `Customer.mayBe`. */
@Resolver(() => CustomerType)
export class CustomerExplanationResolver {
  @Internal()
  @FieldResolver(() => CohesionType, {
    nullable: true,
    description: 'What holds their records together, and what would be without the weakest link.',
  })
  cohesion(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<Cohesion> {
    return ctx.load(cohesionsOf, customer.id);
  }

  @Internal()
  @FieldResolver(() => [HouseholdMemberType], {
    nullable: true,
    description:
      'Who probably lives with them: somebody else who shares address, phone, mailbox or family name, and why. A plain list: at most ten.',
  })
  async household(@Root() customer: Customer, @Ctx() ctx: RequestContext) {
    const near = (await ctx.load(neighboursOf, customer.id)).filter(
      ({ related, probability, shared }) => related >= 0.5 && probability < 0.5 && shared.some(ofHouseholds),
    );
    return peopled(near, ctx, ({ related, shared }) => ({
      probability: related,
      shares: shared.map(({ feature }) => feature),
      because: shared.map(({ name, values }) => `${name}: ${values.join(', ')}`),
    }));
  }

  @Internal()
  @FieldResolver(() => [LikelyCustomerType], {
    nullable: true,
    description: 'Other customers who may be the same person, likeliest first. A plain list: at most ten.',
  })
  async mayBe(@Root() customer: Customer, @Ctx() ctx: RequestContext) {
    const near = (await ctx.load(neighboursOf, customer.id)).filter(({ probability }) => probability >= 0.1);
    return peopled(near, ctx, ({ probability }) => ({ probability }));
  }
}

const ofHouseholds = ({ feature }: Near['shared'][number]): boolean =>
  ['street', 'phone', 'email', 'family', 'area'].includes(feature);

async function peopled<More extends object>(
  near: readonly Near[],
  ctx: RequestContext,
  more: (one: Near) => More,
) {
  const customers = await Promise.all(near.map(({ customerId }) => ctx.load(customersById, customerId)));
  return near.flatMap((one, at) => (customers[at] ? [{ customer: customers[at]!, ...more(one) }] : []));
}

type Splitting = (
  tx: Tx,
) => Promise<Result<{ customerIds: [string, string]; decisionId: string }, SplitRefusal>>;

/** Splitting records off, keeping them apart, and settling safe cases together. */
@Resolver()
export class SplitResolver {
  @Internal()
  @Mutation(() => SplitResult, {
    description:
      'Takes one record off its customer: it becomes a customer of its own with everything that hangs on it, and is kept apart from those it leaves. `unmergeCustomer` with the decision undoes it.',
  })
  splitRecord(
    @Arg('recordId', () => ID, { description: 'The record.' }) recordId: string,
    @Ctx() ctx: RequestContext,
    @Arg('reason', () => String, { nullable: true, description: 'Why, for those who ask later.' })
    reason?: string | null,
  ) {
    if (!isId(recordId)) return refused('RECORD_MISSING', 'There is no such record.', 'recordId');
    return carryOut(ctx, 'split-record', (tx) =>
      splitRecord(tx, recordId, actorOf(ctx.viewer), reason ?? null, houseRules()),
    );
  }

  @Internal()
  @Mutation(() => SplitResult, {
    description:
      'Says of two records that they are two people: nothing joins them by itself from then on. If they are of one customer, the first is split off.',
  })
  separateRecords(
    @Arg('recordId', () => ID, { description: 'One record.' }) recordId: string,
    @Arg('otherRecordId', () => ID, { description: 'The other record.' }) otherRecordId: string,
    @Ctx() ctx: RequestContext,
    @Arg('reason', () => String, { nullable: true, description: 'Why, for those who ask later.' })
    reason?: string | null,
  ) {
    if (!isId(recordId)) return refused('RECORD_MISSING', 'There is no such record.', 'recordId');
    if (!isId(otherRecordId)) return refused('RECORD_MISSING', 'There is no such record.', 'otherRecordId');
    return carryOut(ctx, 'separate-records', (tx) =>
      separateRecords(tx, recordId, otherRecordId, actorOf(ctx.viewer), reason ?? null, houseRules()),
    );
  }

  @Internal()
  @Mutation(() => SafeLinksType, {
    description:
      'Settles as one person the open cases of which the engine is as sure as of what it joins by itself, at most 200. `undoSafeLinks` takes all of them back.',
  })
  async linkSafeDoubts(@Ctx() ctx: RequestContext): Promise<SafeLinksType> {
    const done = await ctx.db.transaction(async (tx) => {
      const linked = await linkSafeDoubts(tx, actorOf(ctx.viewer), houseRules());
      await noteDown(tx, ctx, 'link-safe-doubts', linked.customerIds, { runId: linked.runId });
      return linked;
    });
    ctx.forget();
    return { runId: done.runId, count: done.linked };
  }

  @Internal()
  @Mutation(() => SafeLinksType, {
    description: 'Takes back everything that one `linkSafeDoubts` joined; the cases are open again.',
  })
  async undoSafeLinks(
    @Arg('runId', () => ID, { description: 'What `linkSafeDoubts` was called.' }) runId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<SafeLinksType> {
    if (!isId(runId)) throw mistake('BAD_USER_INPUT', 'This is no id.', { field: 'runId' });
    const done = await ctx.db.transaction(async (tx) => {
      const taken = await undoSafeLinks(tx, runId, actorOf(ctx.viewer), houseRules());
      await noteDown(tx, ctx, 'undo-safe-links', taken.customerIds, { runId });
      return taken;
    });
    ctx.forget();
    return { runId, count: done.undone };
  }
}

async function carryOut(ctx: RequestContext, action: string, splitting: Splitting) {
  const result = await ctx.db.transaction(async (tx) => {
    const done = await splitting(tx);
    if (done.ok)
      await noteDown(tx, ctx, action, done.value.customerIds, { decisionId: done.value.decisionId });
    return done;
  });
  if (!result.ok) return refused(result.refusal.code, result.refusal.message, result.refusal.field);
  ctx.forget();
  const [customer, other] = await Promise.all(
    result.value.customerIds.map((id) => ctx.load(customersById, id)),
  );
  return { customer, other, decision: await ctx.load(decisionRowsById, result.value.decisionId) };
}

async function noteDown(
  tx: Tx,
  ctx: RequestContext,
  action: string,
  customerIds: readonly string[],
  details: Record<string, unknown>,
): Promise<void> {
  if (customerIds.length === 0) return;
  await recordAudit(
    tx,
    ctx.viewer,
    customerIds.map((customerId) => ({
      action,
      subjectType: 'Customer',
      subjectId: customerId,
      customerId,
      details,
    })),
  );
  await announce(tx, [...customerIds], [action]);
}
