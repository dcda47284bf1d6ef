import type { Db } from '#platform/database';
import { guessLimits } from '../domain/limits.ts';

/** Counts one try for each key and answers with the counts and the moment until which they stand. */
export async function countTries(
  db: Db,
  keys: readonly string[],
): Promise<{ key: string; hits: number; seconds: number }[]> {
  const span = `now() + interval '${guessLimits.minutes} minutes'`;
  return db.named(
    'count-tries',
    `INSERT INTO throttle AS t (key, hits, until)
     SELECT key, 1, ${span} FROM unnest($1::text[]) AS key ORDER BY key
     ON CONFLICT (key) DO UPDATE SET hits = CASE WHEN t.until < now() THEN 1 ELSE t.hits + 1 END,
                                     until = CASE WHEN t.until < now() THEN ${span} ELSE t.until END
     RETURNING key, hits, ceil(extract(epoch FROM until - now()))::int AS seconds`,
    [[...keys].sort()],
  );
}

/** Forgets the tries of a key, since the right password was given; old ones of others go with them. */
export const forgetTries = (db: Db, key: string): Promise<unknown> =>
  db.named('forget-tries', `DELETE FROM throttle WHERE key = $1 OR until < now() - interval '1 hour'`, [key]);
