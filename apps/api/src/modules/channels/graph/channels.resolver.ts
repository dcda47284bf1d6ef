import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { countDeadLetters, deadLetters, type Letter, sendAgain } from '#modules/outbox';
import type { Db } from '#platform/database';
import {
  Internal,
  Personal,
  pageSize,
  type RefusalType,
  type RequestContext,
  refused,
} from '#platform/graphql';
import { allChannels, channelsById, newestEvents } from '../data/channels.ts';
import { type Channel, type ChannelHealth, healthOf, letterWays, wayOf } from '../domain/channel.ts';
import type { ChannelEvent } from '../domain/channel-event.ts';
import { testChannel } from '../provider-carrier.ts';
import { removeChannel, saveChannel } from '../save-channel.ts';
import { channelGround } from '../secrets.ts';
import {
  ChannelEventType,
  ChannelHealthEnum,
  ChannelSettingType,
  ChannelTestType,
  ChannelType,
  DeadLetterResult,
  DeadLetterType,
  KeptChannelResult,
  SaveChannelInput,
} from './channel.type.ts';

/** How many letters lie dead, by their way; asked once for all channels of an answer. */
async function deadByWay(db: Db, ways: readonly string[]): Promise<number[]> {
  const counts = new Map((await countDeadLetters(db)).map(({ channel, letters }) => [channel, letters]));
  return ways.map((way) => counts.get(way) ?? 0);
}

function answer<Value>(
  ctx: RequestContext,
  outcome: Result<Value, { code: string; message: string; field: string | null }>,
): Value | RefusalType {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
}

const valuesOf = (values: readonly { name: string; value: string }[]) =>
  Object.fromEntries(values.map(({ name, value }) => [name, value]));

/** Channels, and what those who look after them do. */
@Resolver(() => ChannelType)
export class ChannelsResolver {
  @Internal()
  @Query(() => [ChannelType], { description: 'The channels in use, by name. A plain list: a handful.' })
  channels(@Ctx() ctx: RequestContext): Promise<Channel[]> {
    return allChannels(ctx.db);
  }

  @Personal()
  @Query(() => [DeadLetterType], {
    description: 'What we wrote that could not be delivered, the newest first.',
  })
  deadLetters(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true }) first?: number | null,
  ): Promise<Letter[]> {
    return deadLetters(ctx.db, ['email', 'chat', ...letterWays], pageSize(first, 50));
  }

  @Internal()
  @FieldResolver(() => String, { description: 'The address that the provider must call.' })
  callAddress(@Root() { id }: Channel): string {
    return `${channelGround().address}/channels/${id}`;
  }

  @Internal()
  @FieldResolver(() => [ChannelSettingType], {
    description: 'What the provider is told. A plain list: a few.',
  })
  settings(@Root() { settings }: Channel): ChannelSettingType[] {
    return Object.entries(settings).map(([name, value]) => ({ name, value }));
  }

  @Internal()
  @FieldResolver(() => [String], {
    description: 'The names of the secrets it has; what they are is never told.',
  })
  secretNames(@Root() { secrets }: Channel): string[] {
    return Object.keys(secrets);
  }

  @Internal()
  @FieldResolver(() => Int, { description: 'How many letters that should go this way lie dead.' })
  deadLetterCount(@Root() { provider }: Channel, @Ctx() ctx: RequestContext): Promise<number> {
    return ctx.load(deadByWay, wayOf[provider]);
  }

  @Internal()
  @FieldResolver(() => ChannelHealthEnum, { description: 'How it is, by what happened last.' })
  async health(@Root() channel: Channel, @Ctx() ctx: RequestContext): Promise<ChannelHealth> {
    return healthOf(channel, await ctx.load(deadByWay, wayOf[channel.provider]));
  }

  @Internal()
  @FieldResolver(() => [ChannelEventType], { description: 'What came by it, the newest first.' })
  events(
    @Root() { id }: Channel,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 5, nullable: true }) first?: number | null,
  ): Promise<ChannelEvent[]> {
    return newestEvents(ctx.db, id, pageSize(first, 5));
  }

  @Internal()
  @Mutation(() => KeptChannelResult, { description: 'Adds a channel, or changes one.' })
  async saveChannel(
    @Arg('input', () => SaveChannelInput) input: SaveChannelInput,
    @Ctx() ctx: RequestContext,
  ) {
    const wish = {
      provider: input.provider,
      name: input.name,
      address: input.address ?? '',
      settings: valuesOf(input.settings),
      secrets: valuesOf(input.secrets),
    };
    return answer(
      ctx,
      await ctx.db.transaction((tx) =>
        saveChannel(tx, ctx.viewer, channelGround(), input.id ?? null, wish, new Date()),
      ),
    );
  }

  @Internal()
  @Mutation(() => KeptChannelResult, {
    description: 'Takes a channel out of use; `restoreChannel` puts it back.',
  })
  async removeChannel(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeChannel(tx, ctx.viewer, id, new Date())));
  }

  @Internal()
  @Mutation(() => KeptChannelResult, { description: 'Puts a channel back that was taken out of use.' })
  async restoreChannel(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => removeChannel(tx, ctx.viewer, id, null)));
  }

  @Internal()
  @Mutation(() => ChannelTestType, {
    description: 'Asks the provider whether it knows us, without sending anything to anybody.',
  })
  async testChannel(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ChannelTestType> {
    const [channel] = isId(id) ? await channelsById(ctx.db, [id]) : [null];
    const trouble = channel ? await testChannel(channelGround(), channel) : 'There is no such channel.';
    return { works: trouble === null, trouble };
  }

  @Internal()
  @Mutation(() => DeadLetterResult, { description: 'Sends a letter again that lies dead.' })
  async sendLetterAgain(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext) {
    return answer(ctx, await ctx.db.transaction((tx) => sendAgain(tx, ctx.viewer, id, new Date())));
  }
}
