import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import { Internal, type RequestContext, refused } from '#platform/graphql';
import { vaultAtHand } from '#platform/vault';
import { allSigningSecrets } from '../data/signing-secrets.ts';
import type { SigningSecret } from '../domain/signing-secret.ts';
import { createSigningSecret, endSigningSecretOf } from '../signing-secrets.ts';
import { SigningSecretResult } from './results.ts';
import { SigningSecretType } from './signing-secret.type.ts';

/** Under which secrets sources sign, and what admins do about them. */
@Resolver(() => SigningSecretType)
export class SigningSecretsResolver {
  @Internal()
  @Query(() => [SigningSecretType], {
    description: 'Every secret, newest first, also those that are over. A plain list: a few for each source.',
  })
  signingSecrets(@Ctx() ctx: RequestContext): Promise<SigningSecret[]> {
    return allSigningSecrets(ctx.db);
  }

  @Internal()
  @FieldResolver(() => SourceType, { description: 'The source that signs with it.' })
  async source(@Root() secret: SigningSecret, @Ctx() ctx: RequestContext): Promise<Source> {
    return (await ctx.load(sourcesById, secret.sourceId))!;
  }

  @Internal()
  @Mutation(() => SigningSecretResult, {
    description:
      'Makes a secret under which a source signs. It is in this answer and nowhere else, ever again. Several may work at once, so that a secret can be changed without losing a delivery.',
  })
  async createSigningSecret(
    @Arg('sourceId', () => ID, { description: 'The source that signs.' }) sourceId: string,
    @Arg('secret', () => String, {
      nullable: true,
      description:
        'The secret that the sender drew: `whsec_` and 24 to 64 bytes in base64. Without it one is drawn here.',
    })
    secret: string | null | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    const made = await ctx.db.transaction((tx) =>
      createSigningSecret(tx, ctx.viewer, vaultAtHand(), { sourceId, secret }),
    );
    return made.ok ? made.value : refused(made.refusal.code, made.refusal.message, made.refusal.field);
  }

  @Internal()
  @Mutation(() => Boolean, {
    description: 'Ends a signing secret at once. True when there was one that still worked.',
  })
  async endSigningSecret(
    @Arg('id', () => ID, { description: 'The secret.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return ctx.db.transaction((tx) => endSigningSecretOf(tx, ctx.viewer, id));
  }
}
