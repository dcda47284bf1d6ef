import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { isId } from '#kernel/id';
import type { Result } from '#kernel/result';
import { Public, type RefusalType, type RequestContext, refused } from '#platform/graphql';
import { realUserExists } from '../data/users.ts';
import { demoUsersFor, enterDemo } from '../demo-users.ts';
import { clearedCookie, sessionCookie } from '../domain/cookie.ts';
import { sessionLimits } from '../domain/limits.ts';
import type { AccessRefusal } from '../domain/user.ts';
import { endSession } from '../end-session.ts';
import { setUp } from '../first-run.ts';
import type { OpenedSession } from '../open-session.ts';
import { signIn } from '../sign-in.ts';
import { SetUpInput } from './inputs.ts';
import { SignInResult } from './results.ts';
import { EntranceType, type ViewerType } from './viewer.type.ts';

/** Puts a fresh session into the browser, and goes on as the person who has just come in. */
export function welcome(
  ctx: RequestContext,
  outcome: Result<OpenedSession, AccessRefusal>,
): ViewerType | RefusalType {
  if (!outcome.ok) {
    const { code, message, field } = outcome.refusal;
    return refused(code, message, field);
  }
  const { token, viewer } = outcome.value;
  ctx.setCookie(sessionCookie(token, ctx.site.secure, sessionLimits.absolute / 1000));
  ctx.viewer = viewer;
  return { userId: viewer.id! };
}

/** The door: what is asked and done before and when somebody comes in. */
@Resolver(() => EntranceType)
export class EntranceResolver {
  @Public()
  @Query(() => EntranceType, { description: 'What a browser must know before anybody signed in.' })
  async entrance(@Ctx() ctx: RequestContext): Promise<EntranceType> {
    const [demoUsers, real] = [await demoUsersFor(ctx.db, ctx.site, ctx), await realUserExists(ctx.db)];
    return { setupNeeded: !real && demoUsers.length === 0, demo: demoUsers.length > 0, demoUsers };
  }

  @Public()
  @Mutation(() => SignInResult, {
    description: 'Makes the one first admin with the code that was printed at the start, and signs them in.',
  })
  async setUp(
    @Arg('input', () => SetUpInput, { description: 'The code, and who the admin is.' }) input: SetUpInput,
    @Ctx() ctx: RequestContext,
  ) {
    return welcome(ctx, await setUp(ctx.db, input, ctx));
  }

  @Public()
  @Mutation(() => SignInResult, {
    description: 'Signs in. Too many tries for one account or from one network have to wait.',
  })
  async signIn(
    @Arg('email', () => String, { description: 'The address of the account, however it is typed.' })
    email: string,
    @Arg('password', () => String, { description: 'The password of the account.' }) password: string,
    @Ctx() ctx: RequestContext,
  ) {
    return welcome(ctx, await signIn(ctx.db, { email, password }, ctx));
  }

  @Public()
  @Mutation(() => SignInResult, { description: 'Enters as a demo user, where there is a demo.' })
  async enterDemo(
    @Arg('userId', () => ID, { description: 'One of `Entrance.demoUsers`.' }) userId: string,
    @Ctx() ctx: RequestContext,
  ) {
    if (!isId(userId)) return refused('NO_DEMO', 'There is no such demo user to enter as.');
    return welcome(ctx, await ctx.db.transaction((tx) => enterDemo(tx, userId, ctx.site, ctx)));
  }

  @Public()
  @Mutation(() => Boolean, { description: 'Ends this session. True when there was one.' })
  async signOut(@Ctx() ctx: RequestContext): Promise<boolean> {
    const { sessionId } = ctx.viewer;
    ctx.setCookie(clearedCookie(ctx.site.secure));
    return sessionId ? ctx.db.transaction((tx) => endSession(tx, ctx.viewer, sessionId)) : false;
  }
}
