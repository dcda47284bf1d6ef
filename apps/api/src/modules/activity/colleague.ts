import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type User, usersById } from '#modules/access';
import type { Db } from '#platform/database';
import { type ActivityRefusal, noSuchColleague } from './domain/refusals.ts';

/** Somebody of us who can be given something to do: whoever may not come in any more cannot. */
export async function findColleague(db: Db, id: string): Promise<Result<User, ActivityRefusal>> {
  const [user] = isId(id) ? await usersById(db, [id]) : [];
  return user && !user.disabledAt ? accept(user) : refuse(noSuchColleague);
}
