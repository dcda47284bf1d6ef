import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import {
  Internal,
  mistake,
  Personal,
  type RefusalType,
  type RequestContext,
  refused,
} from '#platform/graphql';
import { addUser } from '../add-user.ts';
import { changeRole, disableUser, enableUser, renameUser } from '../change-user.ts';
import { type SessionRow, sessionsByUser } from '../data/sessions.ts';
import { allUsers } from '../data/users.ts';
import type { Role } from '../domain/roles.ts';
import { type AccessRefusal, nobodyHas, type User } from '../domain/user.ts';
import { resetPassword } from '../reset-password.ts';
import { RoleEnum } from './enums.ts';
import { NewUserInput } from './inputs.ts';
import { FirstPasswordResult, UserResult } from './results.ts';
import { SessionType, UserType } from './user.type.ts';

const answer = <Value extends object>(
  ctx: RequestContext,
  outcome: Result<Value, AccessRefusal>,
): Value | RefusalType => {
  if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
  ctx.forget();
  return outcome.value;
};

const nobody = () => refused(nobodyHas.code, nobodyHas.message, nobodyHas.field);

/** People who use Ancora, and what admins do about them. */
@Resolver(() => UserType)
export class UsersResolver {
  @Internal()
  @Query(() => [UserType], { description: 'Everybody who uses Ancora, by name. A plain list: colleagues.' })
  users(@Ctx() ctx: RequestContext): Promise<User[]> {
    return allUsers(ctx.db);
  }

  @Personal()
  @FieldResolver(() => [SessionType], {
    nullable: true,
    description:
      'Browsers in which they are signed in, last used first: of oneself, and for admins. A plain list: a handful.',
  })
  async sessions(@Root() user: User, @Ctx() ctx: RequestContext): Promise<SessionRow[]> {
    if (user.id !== ctx.viewer.id && ctx.viewer.role !== 'admin')
      throw mistake('FORBIDDEN', 'You may not see the sessions of somebody else.', {
        field: 'User.sessions',
      });
    return ctx.load(sessionsByUser, user.id);
  }

  @Internal()
  @Mutation(() => UserResult, {
    description: 'Adds a person. The first real admin ends the demo at the same moment.',
  })
  async addUser(
    @Arg('input', () => NewUserInput, { description: 'Who it is.' }) input: NewUserInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await ctx.db.transaction((tx) => addUser(tx, ctx.viewer, input)));
  }

  @Internal()
  @Mutation(() => UserResult, {
    description:
      'Gives somebody another role. Their sessions end, so that no page goes on with the old rights.',
  })
  async changeRole(
    @Arg('userId', () => ID, { description: 'The person.' }) userId: string,
    @Arg('role', () => RoleEnum, { description: 'What they are from now on.' }) role: Role,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(userId)) return nobody();
    return answer(ctx, await ctx.db.transaction((tx) => changeRole(tx, ctx.viewer, userId, role)));
  }

  @Internal()
  @Mutation(() => UserResult, { description: 'Shuts somebody out at once, open sockets included.' })
  async disableUser(
    @Arg('userId', () => ID, { description: 'The person.' }) userId: string,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(userId)) return nobody();
    return answer(ctx, await ctx.db.transaction((tx) => disableUser(tx, ctx.viewer, userId)));
  }

  @Internal()
  @Mutation(() => UserResult, {
    description:
      'Lets somebody who was shut out in again: they sign in with the password they had. Demo users only while the demo goes on.',
  })
  async enableUser(
    @Arg('userId', () => ID, { description: 'The person.' }) userId: string,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(userId)) return nobody();
    return answer(ctx, await ctx.db.transaction((tx) => enableUser(tx, ctx.viewer, userId)));
  }

  @Internal()
  @Mutation(() => UserResult, { description: 'Gives somebody another name to show.' })
  async renameUser(
    @Arg('userId', () => ID, { description: 'The person.' }) userId: string,
    @Arg('name', () => String, { description: 'Their name, at most 200 characters.' }) name: string,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(userId)) return nobody();
    return answer(ctx, await ctx.db.transaction((tx) => renameUser(tx, ctx.viewer, userId, name)));
  }

  @Internal()
  @Mutation(() => FirstPasswordResult, {
    description:
      'Draws a new first password for somebody else who forgot theirs. It is in this answer and nowhere else, ever again. Their sessions end.',
  })
  async resetPassword(
    @Arg('userId', () => ID, { description: 'The person: not oneself, and nobody of the demo.' })
    userId: string,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(userId)) return nobody();
    return answer(ctx, await ctx.db.transaction((tx) => resetPassword(tx, ctx.viewer, userId)));
  }
}

/** Which of the listed sessions is the one that asks. */
@Resolver(() => SessionType)
export class SessionResolver {
  @Personal()
  @FieldResolver(() => Boolean, { description: 'Whether this is the session that asks.' })
  isCurrent(@Root() session: SessionRow, @Ctx() ctx: RequestContext): boolean {
    return session.id === ctx.viewer.sessionId;
  }
}
