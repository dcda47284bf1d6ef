import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import { DateTime, Internal, type RequestContext, refused } from '#platform/graphql';
import { type IntakeKey, keyPrefix } from '../domain/intake-key.ts';
import { createKey, listKeys, revokeKey } from '../intake-keys.ts';
import { IntakeKeyType } from './intake-key.type.ts';
import { IntakeKeyResult } from './results.ts';

/** Keys of sources, and what admins do about them. */
@Resolver(() => IntakeKeyType)
export class IntakeKeysResolver {
  @Internal()
  @Query(() => [IntakeKeyType], {
    description: 'Every key, newest first, also those that are over. A plain list: a few for each source.',
  })
  intakeKeys(@Ctx() ctx: RequestContext): Promise<IntakeKey[]> {
    return listKeys(ctx.db);
  }

  @Internal()
  @FieldResolver(() => SourceType, { description: 'The one source it writes for.' })
  async source(@Root() key: IntakeKey, @Ctx() ctx: RequestContext): Promise<Source> {
    return (await ctx.load(sourcesById, key.sourceId))!;
  }

  @Internal()
  @FieldResolver(() => String, {
    description: 'Its beginning: enough to know it by, useless to write with.',
  })
  prefix(@Root() key: IntakeKey): string {
    return keyPrefix(key.keyId);
  }

  @Internal()
  @Mutation(() => IntakeKeyResult, {
    description: 'Makes a key for one source. The secret is in this answer and nowhere else, ever again.',
  })
  async createIntakeKey(
    @Arg('name', () => String, { description: 'What people will call it.' }) name: string,
    @Arg('source', () => String, { description: 'Key of the one source it writes for; made if it is new.' })
    source: string,
    @Arg('expiresAt', () => DateTime, {
      nullable: true,
      description: 'When it stops by itself; otherwise never.',
    })
    expiresAt: Date | null | undefined,
    @Arg('allowedNetworks', () => [String], {
      nullable: true,
      description: 'CIDR blocks it may come from; none means anywhere.',
    })
    allowedNetworks: string[] | null | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    const made = await ctx.db.transaction((tx) =>
      createKey(tx, ctx.viewer, { name, source, expiresAt, allowedNetworks }),
    );
    return made.ok ? made.value : refused(made.refusal.code, made.refusal.message, made.refusal.field);
  }

  @Internal()
  @Mutation(() => Boolean, { description: 'Ends a key at once. True when there was one that still worked.' })
  async revokeIntakeKey(
    @Arg('id', () => ID, { description: 'The key.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return isId(id) && ctx.db.transaction((tx) => revokeKey(tx, ctx.viewer, id));
  }
}
