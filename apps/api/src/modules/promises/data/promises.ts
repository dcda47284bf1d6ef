import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, lockRows, newerReplaces, putRows, type Tx } from '#platform/database';
import type { GivenPromise, PromiseStanding } from '../domain/promise.ts';
import type { PromiseKind } from '../domain/read-promise-signal.ts';
import { PromiseEntity } from './promise.entity.ts';

/** The promises with these keys, locked until the transaction ends. */
export const lockPromises = (
  tx: Tx,
  keys: readonly Pick<GivenPromise, 'sourceId' | 'sourceKey'>[],
): Promise<GivenPromise[]> => lockRows(tx, PromiseEntity, ['sourceId', 'sourceKey'], keys);

/** Writes promises as they now are. */
export async function putPromises(tx: Tx, promises: readonly GivenPromise[]): Promise<void> {
  await putRows(tx, PromiseEntity, promises, newerReplaces(PromiseEntity, ['sourceId', 'sourceKey']));
}

/** Takes promises of a source back. */
export async function deletePromises(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later('promises-forget', 'DELETE FROM promise WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** The promise with this id, taken back or not, locked until the transaction ends. */
export async function lockPromise(tx: Tx, id: string): Promise<GivenPromise | null> {
  const [promise] = await tx.named<GivenPromise>(
    'promise-lock',
    `SELECT ${columnsOf(PromiseEntity, 'p')} FROM promise p WHERE p.id = $1 FOR UPDATE`,
    [id],
  );
  return promise ?? null;
}

/** The promise that was given here under this key, locked until the transaction ends. */
export async function lockPromiseByKey(tx: Tx, sourceKey: string): Promise<GivenPromise | null> {
  const [promise] = await tx.named<GivenPromise>(
    'promise-lock-by-key',
    `SELECT ${columnsOf(PromiseEntity, 'p')} FROM promise p JOIN source s ON s.id = p.source_id AND s.system = 'ancora'
      WHERE p.source_key = $1 FOR UPDATE OF p`,
    [sourceKey],
  );
  return promise ?? null;
}

/** Where a promise stands now, in SQL: the same as `standingOf`. */
export const standingSql = (p: string): string =>
  `CASE WHEN ${p}.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN ${p}.done_at <= ${p}.due_at THEN 'kept'
    WHEN ${p}.done_at IS NOT NULL THEN 'late' WHEN ${p}.due_at < now() THEN 'broken' ELSE 'open' END`;

/** How much of what we promised a customer (SQL of their id) we kept, of what is decided, 0…1; NULL while nothing is. Late is not kept. */
export const promisesKeptSql = (customer: string): string =>
  `(SELECT avg(CASE WHEN k.standing = 'kept' THEN 1.0 ELSE 0 END)::float8
      FROM (SELECT ${standingSql('p')} AS standing FROM promise p WHERE p.customer_id = ${customer} AND p.removed_at IS NULL) k
     WHERE k.standing IN ('kept', 'late', 'broken'))`;

/** What waits first, the most pressing at the top; what is settled after it, the newest first, and clocks that stopped at the end. */
export const promiseOrderSql = (p: string): string =>
  `(${p}.done_at IS NOT NULL OR ${p}.withdrawn_at IS NOT NULL), (${p}.done_at IS NOT NULL AND ${p}.service_level IS NOT NULL),
   CASE WHEN ${p}.done_at IS NULL AND ${p}.withdrawn_at IS NULL THEN ${p}.due_at END, ${p}.due_at DESC, ${p}.id`;

/** A promise as the graph shows it. */
export type ShownPromise = GivenPromise & { standing: PromiseStanding; serviceLevel: string | null };

/**
 * Promises of people and clocks of service levels, which are promises too (view `given_promise`).
 */
const shown = `${columnsOf(PromiseEntity, 'p')}, p.service_level AS "serviceLevel", ${standingSql('p')} AS standing`;

/** Whose promises, and how many. */
export interface PromisesKey {
  customerId: string;
  first: number;
}

/** The promises made to each customer. */
export async function promisesByCustomer(db: Db, keys: readonly PromisesKey[]): Promise<ShownPromise[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<ShownPromise & { place: number }>(
    `promises-by-customer-${limit}`,
    `SELECT asked.place::int AS place, ${shown} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT * FROM given_promise o WHERE o.customer_id = asked.customer AND o.removed_at IS NULL
                           ORDER BY ${promiseOrderSql('o')} LIMIT ${limit}) p
      ORDER BY asked.place, ${promiseOrderSql('p')}`,
    [keys.map((key) => key.customerId)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Promises by id, in the order asked, without those that were taken back. */
export async function promisesById(db: Db, ids: readonly string[]): Promise<(ShownPromise | null)[]> {
  const rows = await db.named<ShownPromise>(
    'promises-by-id',
    `SELECT ${columnsOf(PromiseEntity, 'p')}, NULL AS "serviceLevel", ${standingSql('p')} AS standing
       FROM promise p WHERE p.id = ANY($1::uuid[]) AND p.removed_at IS NULL`,
    [ids],
  );
  // An id that no promise of a person has may be that of a clock, which is made of what the clock is: looked for only then.
  const known = new Set(rows.map(({ id }) => id));
  const others = ids.filter((id) => !known.has(id));
  if (others.length > 0)
    rows.push(
      ...(await db.named<ShownPromise>(
        'promises-by-id-of-clock',
        `SELECT ${shown} FROM given_promise p WHERE p.id = ANY($1::uuid[]) AND p.service_level IS NOT NULL`,
        [others],
      )),
    );
  return inOrderOf(ids, rows);
}

/** What people promised about each thing, in the order in which it is due; without what was taken back. */
export async function promisesAbout(
  db: Db,
  keys: readonly { type: string; id: string }[],
): Promise<ShownPromise[][]> {
  const rows = await db.named<ShownPromise & { place: number }>(
    'promises-about',
    `SELECT asked.place::int AS place, ${columnsOf(PromiseEntity, 'p')}, NULL AS "serviceLevel", ${standingSql('p')} AS standing
       FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS asked(type, id, place)
       JOIN promise p ON p.subject_id = asked.id AND p.subject_type = asked.type AND p.removed_at IS NULL
      ORDER BY asked.place, p.due_at, p.id`,
    [keys.map(({ type }) => type), keys.map(({ id }) => id)],
  );
  return inPlaces(rows, keys.length);
}

/** Which promises: all of it must hold; what is not given does not count. */
export interface PromiseSearch {
  standings?: readonly PromiseStanding[] | null;
  kinds?: readonly PromiseKind[] | null;
  channels?: readonly string[] | null;
  madeFrom?: Date | null;
  madeUntil?: Date | null;
  dueBefore?: Date | null;
  promiserId?: string | null;
  /** Clocks of service levels alone, or promises of people alone. */
  isServiceLevel?: boolean | null;
}

const conditions = `p.removed_at IS NULL
  AND ($1::text[] IS NULL OR ${standingSql('p')} = ANY($1)) AND ($2::text[] IS NULL OR p.kind = ANY($2))
  AND ($3::text[] IS NULL OR coalesce(p.channel, '') = ANY($3)) AND ($4::timestamptz IS NULL OR p.made_at >= $4)
  AND ($5::timestamptz IS NULL OR p.made_at < $5) AND ($6::timestamptz IS NULL OR p.due_at < $6)
  AND ($7::uuid IS NULL OR p.promiser_id = $7) AND ($8::boolean IS NULL OR (p.service_level IS NOT NULL) = $8)`;

const valuesOf = (search: PromiseSearch): unknown[] => [
  search.standings ?? null,
  search.kinds ?? null,
  search.channels ?? null,
  search.madeFrom ?? null,
  search.madeUntil ?? null,
  search.dueBefore ?? null,
  search.promiserId ?? null,
  search.isServiceLevel ?? null,
];

/** A page of promises by when they are due: what is due next, or (`newestFirst`) what was due last. */
export function pageOfPromises(
  db: Db,
  search: PromiseSearch,
  newestFirst: boolean,
  limit: number,
  after: [dueAt: string, id: string] | null,
): Promise<ShownPromise[]> {
  const [sign, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  return db.named<ShownPromise>(
    `promises-page-${order}-${limit}`,
    `SELECT ${shown} FROM given_promise p WHERE ${conditions}
        AND ($9::timestamptz IS NULL OR (p.due_at, p.id) ${sign} ($9, $10::uuid))
      ORDER BY p.due_at ${order}, p.id ${order} LIMIT ${limit}`,
    [...valuesOf(search), after?.[0] ?? null, after?.[1] ?? null],
  );
}

/** Days before it is due on which a promise is somebody's next hour, and days after it on which it still is before older ones. */
const [soonDays, freshDays] = [2, 14];

/** Promises of people that wait (clocks wait in the tickets of the day) and are due soon or overdue: one's own first, fresh ones before old ones, then by when they are due. */
export const promisesDue = (
  db: Db,
  { promiserId, asOf, first }: { promiserId: string | null; asOf: Date; first: number },
): Promise<ShownPromise[]> =>
  db.named<ShownPromise>(
    'promises-due',
    `SELECT ${columnsOf(PromiseEntity, 'p')}, NULL AS "serviceLevel", ${standingSql('p')} AS standing FROM promise p
      WHERE p.removed_at IS NULL AND p.withdrawn_at IS NULL AND p.done_at IS NULL AND p.due_at < $2::timestamptz + interval '${soonDays} days'
      ORDER BY p.promiser_id IS NOT DISTINCT FROM $1::uuid DESC, p.due_at < $2::timestamptz - interval '${freshDays} days', p.due_at, p.id
      LIMIT $3::int`,
    [promiserId, asOf, first],
  );

/** What is needed to count promises: by channel, when due and when done. */
export const promisesToCount = (
  db: Db,
  search: PromiseSearch,
): Promise<Pick<GivenPromise, 'id' | 'channel' | 'dueAt' | 'doneAt' | 'withdrawnAt'>[]> =>
  db.named(
    'promises-count',
    `SELECT p.id, p.channel, p.due_at AS "dueAt", p.done_at AS "doneAt", p.withdrawn_at AS "withdrawnAt"
       FROM given_promise p WHERE ${conditions} ORDER BY p.due_at DESC, p.id LIMIT 100000`,
    valuesOf(search),
  );

/** How long what we promised took, whatever was promised: from when it was given. */
export const promisePerformances = (
  db: Db,
  since: Date,
): Promise<{ kind: PromiseKind; channel: string; from: Date; to: Date | null }[]> =>
  db.named(
    'promise-performances',
    `SELECT p.kind, coalesce(p.channel, 'other') AS channel, p.made_at AS "from", p.done_at AS "to"
       FROM promise p WHERE p.removed_at IS NULL AND p.withdrawn_at IS NULL AND p.made_at >= $1 ORDER BY p.made_at DESC LIMIT 20000`,
    [since],
  );
