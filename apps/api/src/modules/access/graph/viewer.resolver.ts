import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import { Internal, mistake, Public, type RequestContext, refused } from '#platform/graphql';
import { changePassword } from '../change-password.ts';
import { changeLanguage } from '../change-user.ts';
import { usersById } from '../data/users.ts';
import type { User } from '../domain/user.ts';
import { endSession } from '../end-session.ts';
import { welcome } from './entrance.resolver.ts';
import { permissionOf } from './permission.ts';
import { SignInResult, UserResult } from './results.ts';
import { UserType } from './user.type.ts';
import { ViewerType } from './viewer.type.ts';

/** Who asks, and what they do about themselves. */
@Resolver(() => ViewerType)
export class ViewerResolver {
  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in, or null.' })
  viewer(@Ctx() ctx: RequestContext): ViewerType | null {
    return ctx.viewer.kind === 'user' ? { userId: ctx.viewer.id! } : null;
  }

  @Internal()
  @FieldResolver(() => UserType, { description: 'The person.' })
  async user(@Root() viewer: ViewerType, @Ctx() ctx: RequestContext): Promise<User> {
    const user = await ctx.load(usersById, viewer.userId);
    if (!user) throw mistake('UNAUTHENTICATED', 'Sign in first.');
    return user;
  }

  @Internal()
  @FieldResolver(() => [String], {
    description:
      'What this person may do, so that nothing is offered that would be refused: root fields (`Mutation.mergeCustomers`) and fields that not everybody sees (`Deal.amount`).',
  })
  permissions(@Ctx() ctx: RequestContext, @Info() info: GraphQLResolveInfo): readonly string[] {
    return permissionOf(info.schema).list(ctx.viewer.role);
  }

  @Internal()
  @Mutation(() => Boolean, { description: 'Ends one of one’s own sessions. True when there was one.' })
  async endSession(
    @Arg('id', () => ID, { description: 'One of the sessions of `User.sessions`.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return isId(id) && ctx.db.transaction((tx) => endSession(tx, ctx.viewer, id));
  }

  @Internal()
  @Mutation(() => SignInResult, {
    description: 'Changes one’s own password. Every session ends; this browser gets a new one.',
  })
  async changePassword(
    @Arg('current', () => String, { description: 'The password that counts now.' }) current: string,
    @Arg('next', () => String, { description: 'At least 12 characters.' }) next: string,
    @Ctx() ctx: RequestContext,
  ) {
    return welcome(ctx, await changePassword(ctx.db, ctx.viewer, { current, next }, ctx));
  }

  @Internal()
  @Mutation(() => UserResult, { description: 'Changes the language one reads in.' })
  async changeLanguage(
    @Arg('language', () => String, { description: '`en`, `it`, `fr`, `ro`.' }) language: string,
    @Ctx() ctx: RequestContext,
  ) {
    const changed = await ctx.db.transaction((tx) => changeLanguage(tx, ctx.viewer.id!, language));
    if (!changed.ok) return refused(changed.refusal.code, changed.refusal.message, changed.refusal.field);
    ctx.forget();
    return changed.value;
  }
}
