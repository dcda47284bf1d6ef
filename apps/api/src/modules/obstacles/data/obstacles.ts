import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx, tableOf } from '#platform/database';
import type { ObstacleWord } from '../domain/find-obstacles.ts';
import type { Obstacle, ObstacleState } from '../domain/obstacle.ts';
import { CaseFrictionEntity, ObstacleEntity } from './obstacle.entity.ts';

const columns = columnsOf(ObstacleEntity, 'o');

/** The obstacle with this id, locked until the transaction ends. */
export async function lockObstacle(tx: Tx, id: string): Promise<Obstacle | null> {
  const [row] = await tx.named<Obstacle>(
    'obstacle-lock',
    `SELECT ${columns} FROM obstacle o WHERE o.id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

const changing = tableOf(ObstacleEntity)
  .written.filter(({ property }) => property !== 'id')
  .map(({ name }) => `${name} = excluded.${name}`)
  .join(', ');

/** Writes an obstacle as it now is. */
export async function putObstacle(tx: Tx, obstacle: Obstacle): Promise<void> {
  await putRows(tx, ObstacleEntity, [obstacle], `ON CONFLICT (id) DO UPDATE SET ${changing}`);
}

/** By id, in the order asked. */
export async function obstaclesById(db: Db, ids: readonly string[]): Promise<(Obstacle | null)[]> {
  return inOrderOf(
    ids,
    await db.named<Obstacle>(
      'obstacles-by-id',
      `SELECT ${columns} FROM obstacle o WHERE o.id = ANY($1::uuid[])`,
      [ids],
    ),
  );
}

/** Which cases count on the board. */
export interface BoardSearch {
  from?: Date | null;
  until?: Date | null;
  channels?: readonly string[] | null;
  kinds?: readonly ObstacleWord[] | null;
  states?: readonly ObstacleState[] | null;
}

/** An obstacle with what it costs. */
export type Weighed = Obstacle & {
  sightings: number;
  cases: number;
  customers: number;
  excessMinutes: number;
};

const inSearch = `($1::timestamptz IS NULL OR f.opened_at >= $1) AND ($2::timestamptz IS NULL OR f.opened_at < $2)
  AND ($3::text[] IS NULL OR coalesce(f.channel, '') = ANY($3))`;

/** The obstacles that were met in these cases, those that cost most hours first. */
export const obstacleBoard = (db: Db, search: BoardSearch, limit: number): Promise<Weighed[]> =>
  db.named<Weighed>(
    `obstacle-board-${limit}`,
    `SELECT ${columns}, met.sightings, met.cases, met.customers, met.minutes AS "excessMinutes"
       FROM (SELECT s.obstacle_id, count(*)::int AS sightings, count(DISTINCT s.case_id)::int AS cases,
                    count(DISTINCT r.customer_id)::int AS customers, coalesce(sum(s.excess_minutes), 0) AS minutes
               FROM obstacle_sighting s JOIN case_friction f ON f.id = s.case_id LEFT JOIN source_record r ON r.id = f.record_id
              WHERE ${inSearch} GROUP BY s.obstacle_id) met
       JOIN obstacle o ON o.id = met.obstacle_id
      WHERE ($4::text[] IS NULL OR o.kind = ANY($4)) AND ($5::text[] IS NULL OR o.state = ANY($5))
      ORDER BY met.minutes DESC, met.sightings DESC, o.id LIMIT ${limit}`,
    [
      search.from ?? null,
      search.until ?? null,
      search.channels ?? null,
      search.kinds ?? null,
      search.states ?? null,
    ],
  );

/** How hard the cases of a search were: how many, and how much ease was left on average. */
export async function frictionOverall(
  db: Db,
  search: BoardSearch,
): Promise<{ cases: number; clean: number; meanEase: number | null; asOf: Date | null }> {
  const [row] = await db.named<{ cases: number; clean: number; meanEase: number | null; asOf: Date | null }>(
    'friction-overall',
    `SELECT count(*)::int AS cases, (count(*) FILTER (WHERE f.ease >= 99.999))::int AS clean, avg(f.ease) AS "meanEase", max(f.as_of) AS "asOf"
       FROM case_friction f WHERE ${inSearch}`,
    [search.from ?? null, search.until ?? null, search.channels ?? null],
  );
  return row!;
}

/** Of the cases that were opened in some days before and after a time: in how many the obstacle was met. */
export async function beforeAndAfter(
  db: Db,
  keys: readonly { obstacleId: string; at: Date; days: number }[],
): Promise<{ before: { k: number; n: number }; after: { k: number; n: number } }[]> {
  const rows = await db.named<{ bk: number; bn: number; ak: number; an: number }>(
    'obstacle-before-after',
    `SELECT c.bk, c.bn, c.ak, c.an
       FROM unnest($1::uuid[], $2::timestamptz[], $3::int[]) WITH ORDINALITY AS asked(obstacle, at, days, place)
      CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE f.opened_at < asked.at))::int AS bn, (count(*) FILTER (WHERE f.opened_at >= asked.at))::int AS an,
               (count(*) FILTER (WHERE f.opened_at < asked.at AND met.met))::int AS bk, (count(*) FILTER (WHERE f.opened_at >= asked.at AND met.met))::int AS ak
          FROM case_friction f
         CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM obstacle_sighting s WHERE s.case_id = f.id AND s.obstacle_id = asked.obstacle) AS met) met
         WHERE f.opened_at >= asked.at - asked.days * interval '1 day' AND f.opened_at < asked.at + asked.days * interval '1 day') c
      ORDER BY asked.place`,
    [keys.map(({ obstacleId }) => obstacleId), keys.map(({ at }) => at), keys.map(({ days }) => days)],
  );
  return rows.map(({ bk, bn, ak, an }) => ({ before: { k: bk, n: bn }, after: { k: ak, n: an } }));
}

/** A case as the graph shows it. */
export type ShownCase = CaseFrictionEntity;
const caseColumns = columnsOf(CaseFrictionEntity, 'f');

/** Whose cases, and how many. */
export interface CasesKey {
  customerId: string;
  first: number;
}

/** The cases of each customer in which something stood in the way, newest first. */
export async function hardCasesByCustomer(db: Db, keys: readonly CasesKey[]): Promise<ShownCase[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<ShownCase & { place: number }>(
    `hard-cases-by-customer-${limit}`,
    `SELECT asked.place::int AS place, ${caseColumns} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT c.* FROM source_record r JOIN case_friction c ON c.record_id = r.id
                           WHERE r.customer_id = asked.customer AND c.ease < 99.999 ORDER BY c.opened_at DESC, c.id DESC LIMIT ${limit}) f
      ORDER BY asked.place, f.opened_at DESC, f.id DESC`,
    [keys.map((key) => key.customerId)],
  );
  return (inPlaces(rows, keys.length) as unknown as ShownCase[][]).map((list, place) =>
    list.slice(0, keys[place]!.first),
  );
}

/** A sighting as the graph shows it. */
export interface ShownSighting {
  caseId: string;
  kind: ObstacleWord;
  stepFrom: string;
  stepTo: string;
  state: ObstacleState;
  at: Date;
  excessMinutes: number | null;
}

/** What was met in each case, in the order in which it was met; what people say is none is left out. */
export async function sightingsByCase(db: Db, caseIds: readonly string[]): Promise<ShownSighting[][]> {
  const rows = await db.named<ShownSighting & { place: number }>(
    'sightings-by-case',
    `SELECT asked.place::int AS place, s.case_id AS "caseId", o.kind, o.step_from AS "stepFrom", o.step_to AS "stepTo", o.state, s.at,
            s.excess_minutes AS "excessMinutes"
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place) JOIN obstacle_sighting s ON s.case_id = asked.id
       JOIN obstacle o ON o.id = s.obstacle_id AND o.state <> 'dismissed' ORDER BY asked.place, s.at, s.place`,
    [caseIds],
  );
  return inPlaces(rows, caseIds.length) as unknown as ShownSighting[][];
}

/** The cases in which an obstacle was met, those that it cost most first. */
export const casesOfObstacle = (
  db: Db,
  obstacleId: string,
  search: BoardSearch,
  limit: number,
): Promise<(ShownCase & { customerId: string | null; excessMinutes: number | null })[]> =>
  db.named(
    `cases-of-obstacle-${limit}`,
    `SELECT ${caseColumns}, r.customer_id AS "customerId", met.minutes AS "excessMinutes"
       FROM (SELECT s.case_id, sum(s.excess_minutes) AS minutes FROM obstacle_sighting s WHERE s.obstacle_id = $4 GROUP BY s.case_id) met
       JOIN case_friction f ON f.id = met.case_id LEFT JOIN source_record r ON r.id = f.record_id
      WHERE ${inSearch} ORDER BY met.minutes DESC NULLS LAST, f.opened_at DESC, f.id LIMIT ${limit}`,
    [search.from ?? null, search.until ?? null, search.channels ?? null, obstacleId],
  );
