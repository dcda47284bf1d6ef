import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { customersById } from '#modules/customers';
import type { Tx } from '#platform/database';
import { Day, Internal, type RequestContext, refused } from '#platform/graphql';
import { addAffiliation } from '../add-affiliation.ts';
import {
  editAffiliation,
  endAffiliation,
  type PlaceKey,
  type PlaceSpeaker,
  removeAffiliation,
  reopenAffiliation,
} from '../change-affiliation.ts';
import { customerMissing, type PlaceRefusal, placeMissing } from '../domain/place-refusals.ts';
import { AffiliationEditInput, NewAffiliationInput } from './affiliation.input.ts';
import { AffiliationType } from './affiliation.type.ts';
import { CustomerResult } from './customer-moves.resolver.ts';

/** What people here say of where customers work. */
@Resolver(() => AffiliationType)
export class AffiliationMovesResolver {
  @Internal()
  @Mutation(() => CustomerResult, {
    description:
      'Puts a customer into a company by hand, also into one that nobody told of yet. It stands beside what sources say; `removeAffiliation` takes it back.',
  })
  async addAffiliation(
    @Arg('input', () => NewAffiliationInput, { description: 'Who, where, and as what.' })
    input: NewAffiliationInput,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(input.customerId)) return refusalOf(customerMissing);
    return carryOut(ctx, 'add-affiliation', (tx, speaker) => addAffiliation(tx, input, speaker));
  }

  @Internal()
  @Mutation(() => CustomerResult, {
    description:
      'Says another part that a customer plays in a company, since when, or that it is their main one. What a source told stands again when it says something new.',
  })
  async editAffiliation(
    @Arg('customerId', () => ID, { description: 'Whose place.' }) customerId: string,
    @Arg('companyId', () => ID, { description: 'In which company.' }) companyId: string,
    @Arg('input', () => AffiliationEditInput, { description: 'What is different.' })
    input: AffiliationEditInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changePlace(ctx, 'edit-affiliation', { customerId, companyId }, (tx, key, speaker) =>
      editAffiliation(tx, key, { ...input }, speaker),
    );
  }

  @Internal()
  @Mutation(() => CustomerResult, {
    description:
      'Says that a customer has left a company: it is kept among those where they were. A source that repeats itself does not bring it back; one that says something new of it does.',
  })
  async endAffiliation(
    @Arg('customerId', () => ID, { description: 'Whose place.' }) customerId: string,
    @Arg('companyId', () => ID, { description: 'Which company.' }) companyId: string,
    @Ctx() ctx: RequestContext,
    @Arg('until', () => Day, {
      nullable: true,
      description: 'On which day; today when missing, and never one ahead.',
    })
    until?: string | null,
  ) {
    return changePlace(ctx, 'end-affiliation', { customerId, companyId }, (tx, key, speaker) =>
      endAffiliation(tx, key, until ?? speaker.now.toISOString().slice(0, 10), speaker),
    );
  }

  @Internal()
  @Mutation(() => CustomerResult, {
    description: 'Says that a customer has not left a company after all, or is back.',
  })
  async reopenAffiliation(
    @Arg('customerId', () => ID, { description: 'Whose place.' }) customerId: string,
    @Arg('companyId', () => ID, { description: 'Which company.' }) companyId: string,
    @Ctx() ctx: RequestContext,
    @Arg('isMain', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether it is their main company.',
    })
    isMain?: boolean | null,
  ) {
    return changePlace(ctx, 'reopen-affiliation', { customerId, companyId }, (tx, key, speaker) =>
      reopenAffiliation(tx, key, isMain ?? false, speaker),
    );
  }

  @Internal()
  @Mutation(() => CustomerResult, {
    description:
      'Takes back what was said here of a customer’s place in a company: one that was written down here goes, and of one that sources tell of only they speak again.',
  })
  async removeAffiliation(
    @Arg('customerId', () => ID, { description: 'Whose place.' }) customerId: string,
    @Arg('companyId', () => ID, { description: 'Which company.' }) companyId: string,
    @Ctx() ctx: RequestContext,
  ) {
    return changePlace(ctx, 'remove-affiliation', { customerId, companyId }, removeAffiliation);
  }
}

type Outcome = Result<{ customerId: string; companyId?: string }, PlaceRefusal>;

const refusalOf = ({ code, message, field }: PlaceRefusal) => refused(code, message, field);

async function changePlace(
  ctx: RequestContext,
  action: string,
  key: PlaceKey,
  change: (tx: Tx, key: PlaceKey, speaker: PlaceSpeaker) => Promise<Outcome>,
) {
  if (!isId(key.customerId)) return refusalOf(customerMissing);
  if (!isId(key.companyId)) return refusalOf(placeMissing);
  return carryOut(ctx, action, (tx, speaker) => change(tx, key, speaker), key.companyId);
}

async function carryOut(
  ctx: RequestContext,
  action: string,
  act: (tx: Tx, speaker: PlaceSpeaker) => Promise<Outcome>,
  companyId?: string,
) {
  const outcome = await ctx.db.transaction(async (tx) => {
    const done = await act(tx, { name: ctx.viewer.name, now: new Date() });
    if (!done.ok) return done;
    const { customerId } = done.value;
    await recordAudit(tx, ctx.viewer, {
      action,
      subjectType: 'Customer',
      subjectId: customerId,
      customerId,
      details: { companyId: done.value.companyId ?? companyId },
    });
    await announce(tx, [customerId], [action]);
    return done;
  });
  if (!outcome.ok) return refusalOf(outcome.refusal);
  ctx.forget();
  return ctx.load(customersById, outcome.value.customerId);
}
