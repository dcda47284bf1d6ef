import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { recordAudit } from '#modules/access';
import { type Customer, CustomerType, customersById } from '#modules/customers';
import { sourceByKey } from '#modules/sources';
import { Internal, Personal, type RequestContext, refused } from '#platform/graphql';
import { subjectsAtHand } from '../at-hand.ts';
import { sourceOfKey } from '../data/key-source.ts';
import { readDelivery } from '../domain/read-delivery.ts';
import { replayUnreadable } from '../replay-unreadable.ts';
import { type ItemOutcome, takeDelivery } from '../take-delivery.ts';
import { SignalInput } from './signal.input.ts';
import { SignalResult, SignalTakenType } from './signal-taken.type.ts';

/** The answer of a mutation for what became of a signal. */
function answerOf(outcome: ItemOutcome) {
  if (outcome.outcome === 'conflict')
    return refused(
      'CONFLICT',
      `Signal ${outcome.signalId} has this event id with another content; it stands.`,
      'eventId',
    );
  if (outcome.outcome === 'unreadable')
    return refused(
      outcome.code?.toUpperCase().replaceAll('-', '_') ?? 'UNREADABLE',
      outcome.message ?? '',
      outcome.path,
    );
  return Object.assign(new SignalTakenType(), {
    signalId: outcome.signalId ?? null,
    outcome: outcome.outcome,
    customerId: outcome.customerId ?? null,
  });
}

/** Signals told through the graph: the same way in as webhooks and imports. */
@Resolver(() => SignalTakenType)
export class SignalsResolver {
  @Internal()
  @Mutation(() => SignalResult, {
    description:
      'Takes in one signal. The same event id twice acts once; with another content it is refused.',
  })
  async takeSignal(@Arg('input', () => SignalInput) input: SignalInput, @Ctx() ctx: RequestContext) {
    const { source: key, at, ...rest } = input;
    const source = await sourceByKey(ctx.db, key);
    const mayTell =
      source && (ctx.viewer.kind !== 'key' || (await sourceOfKey(ctx.db, ctx.viewer.id)) === source.id);
    if (!mayTell) return refused('SOURCE_MISSING', 'There is no such source.', 'source');
    const told = Object.fromEntries(
      Object.entries({ ...rest, at: at.toISOString() }).filter(
        ([, value]) => value !== undefined && value !== null,
      ),
    );
    const items = readDelivery(told, undefined, {
      formats: [],
      source,
      receivedAt: new Date().toISOString(),
    });
    const [item] = items === 'too-many' ? [] : items;
    if (!item) return refused('BAD_ENVELOPE', 'This is no signal.');
    if ('refusal' in item) return answerOf({ outcome: 'unreadable', ...item.refusal });
    const outcome = await ctx.db.transaction(async (tx) => {
      const [taken] = await takeDelivery(tx, subjectsAtHand(), source, [item], { posted: true });
      await recordAudit(tx, ctx.viewer, {
        action: 'take-signal',
        subjectType: 'Source',
        subjectId: source.id,
        details: { kind: input.kind, outcome: taken!.outcome },
      });
      return taken!;
    });
    ctx.forget();
    return answerOf(outcome);
  }

  @Internal()
  @Mutation(() => SignalResult, {
    description:
      'Tries once more what could not be read, as it came: somebody may have mended what hindered it. What still cannot be read waits on, with the reason of now.',
  })
  async replayUnreadable(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    const outcome = isId(id)
      ? await ctx.db.transaction(async (tx) => {
          const replayed = await replayUnreadable(tx, subjectsAtHand(), id);
          if (replayed)
            await recordAudit(tx, ctx.viewer, {
              action: 'replay-unreadable',
              subjectType: 'UnreadableSignal',
              subjectId: id,
              details: { outcome: replayed.outcome },
            });
          return replayed;
        })
      : null;
    if (!outcome) return refused('UNREADABLE_MISSING', 'There is nothing of this id to replay.', 'id');
    ctx.forget();
    return answerOf(outcome);
  }

  @Personal()
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whom it concerns, when it concerns somebody.',
  })
  customer(@Root() taken: SignalTakenType, @Ctx() ctx: RequestContext): Promise<Customer | null> | null {
    return taken.customerId ? ctx.load(customersById, taken.customerId) : null;
  }
}
