import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import type { Tx } from '#platform/database';
import { Internal, mistake, type RequestContext, refused, resultOf } from '#platform/graphql';
import { type AddRefusal, addCustomer } from '../add-customer.ts';
import { assignOwner, correctCustomer, tagCustomers } from '../correct-customer.ts';
import { houseRules } from '../move-rules.ts';
import { removeCustomer } from '../remove-customer.ts';
import { TakenBack } from '../take-back.ts';
import { CustomerCorrectionInput, NewCustomerInput } from './customer.input.ts';
import { CustomerRemovedType } from './customer-removed.type.ts';

/** A customer after something was said of them, or why not. */
export const CustomerResult = resultOf('CustomerResult', () => CustomerType, 'Customer');
const RemoveResult = resultOf('RemoveCustomerResult', () => CustomerRemovedType, 'CustomerRemoved');
const manyAtMost = 1_000;

/** What people here say about customers by hand. */
@Resolver(() => CustomerType)
export class CustomerMovesResolver {
  @Internal()
  @Mutation(() => CustomerResult, {
    description:
      'Adds a customer by hand. Somebody whose name and mailbox or phone are known is not added twice.',
  })
  async addCustomer(
    @Arg('input', () => NewCustomerInput, { description: 'Who it is.' }) input: NewCustomerInput,
    @Ctx() ctx: RequestContext,
  ) {
    try {
      const customerId = await ctx.db.transaction(async (tx) => {
        const added = await addCustomer(tx, input, houseRules());
        // Who turns out to be known must not be left half added.
        if (!added.ok) throw new TakenBack(added.refusal);
        await noteDown(tx, ctx, 'add-customer', [added.value.customerId]);
        return added.value.customerId;
      });
      ctx.forget();
      return ctx.load(customersById, customerId);
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
      const { code, message, field } = error.refusal as AddRefusal;
      return refused(code, message, field);
    }
  }

  @Internal()
  @Mutation(() => RemoveResult, {
    description:
      'Takes away a customer who was added by hand by mistake, with the notes and tasks written about them here. Refused when a source knows them, when they were merged, or when anything happened with them. It cannot be taken back.',
  })
  async removeCustomer(
    @Arg('id', () => ID, { description: 'Which customer.' }) id: string,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(id)) return refused('CUSTOMER_MISSING', 'Nobody has this id.', 'id');
    const removed = await ctx.db.transaction(async (tx) => {
      const result = await removeCustomer(tx, id, houseRules());
      if (result.ok) await noteDown(tx, ctx, 'remove-customer', [id]);
      return result;
    });
    if (!removed.ok) return refused(removed.refusal.code, removed.refusal.message, removed.refusal.field);
    ctx.forget();
    return { id };
  }

  @Internal()
  @Mutation(() => CustomerResult, {
    description:
      'Corrects what is known of a customer. The correction is pinned before every source and can be taken back.',
  })
  async correctCustomer(
    @Arg('id', () => ID, { description: 'Which customer.' }) id: string,
    @Arg('input', () => CustomerCorrectionInput, { description: 'What is right.' })
    input: CustomerCorrectionInput,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(id)) return refused('CUSTOMER_MISSING', 'Nobody has this id.', 'id');
    const corrected = await ctx.db.transaction(async (tx) => {
      const result = await correctCustomer(tx, id, { ...input });
      if (result.ok)
        await noteDown(tx, ctx, 'correct-customer', [result.value.customerId], {
          fields: Object.keys(input),
        });
      return result;
    });
    if (!corrected.ok)
      return refused(corrected.refusal.code, corrected.refusal.message, corrected.refusal.field);
    ctx.forget();
    return ctx.load(customersById, corrected.value.customerId);
  }

  @Internal()
  @Mutation(() => [CustomerType], {
    description:
      'Says who looks after these customers, at most 1,000; null leaves it to what the sources say. A plain list: those that were asked for.',
  })
  async assignOwner(
    @Arg('customerIds', () => [ID], { description: 'Which customers.' }) customerIds: string[],
    @Ctx() ctx: RequestContext,
    @Arg('ownerName', () => String, { nullable: true, description: 'Who of us.' }) ownerName?: string | null,
  ): Promise<(Customer | null)[]> {
    return changeMany(ctx, 'assign-owner', customerIds, (tx) =>
      assignOwner(tx, customerIds, ownerName ?? null),
    );
  }

  @Internal()
  @Mutation(() => [CustomerType], {
    description:
      'Puts tags on customers, at most 1,000, and takes others off, also those a source gave. A plain list: those that were asked for.',
  })
  async tagCustomers(
    @Arg('customerIds', () => [ID], { description: 'Which customers.' }) customerIds: string[],
    @Ctx() ctx: RequestContext,
    @Arg('add', () => [String], { nullable: true, description: 'Tags to put on.' }) add?: string[] | null,
    @Arg('remove', () => [String], { nullable: true, description: 'Tags to take off.' }) remove?:
      | string[]
      | null,
  ): Promise<(Customer | null)[]> {
    return changeMany(ctx, 'tag-customers', customerIds, (tx) =>
      tagCustomers(tx, customerIds, add ?? [], remove ?? []),
    );
  }
}

async function changeMany(
  ctx: RequestContext,
  action: string,
  customerIds: readonly string[],
  change: (tx: Tx) => Promise<Map<string, string>>,
): Promise<(Customer | null)[]> {
  if (customerIds.length > manyAtMost)
    throw mistake('TOO_LARGE', `At most ${manyAtMost} customers at once.`, { field: 'customerIds' });
  if (!customerIds.every(isId))
    throw mistake('BAD_USER_INPUT', '`customerIds` holds something that is no id.', { field: 'customerIds' });
  const live = await ctx.db.transaction(async (tx) => {
    const said = await change(tx);
    const ids = [...new Set(said.values())];
    await noteDown(tx, ctx, action, ids);
    return ids;
  });
  ctx.forget();
  return Promise.all(live.map((id) => ctx.load(customersById, id)));
}

async function noteDown(
  tx: Tx,
  ctx: RequestContext,
  action: string,
  customerIds: readonly string[],
  details: Record<string, unknown> = {},
): Promise<void> {
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
  await announce(tx, customerIds, [action]);
}
