import type { Db } from '../../../apps/api/src/platform/database/index.ts';

type Figures = Record<string, number | (number | null)[] | null>;
const ofSource = '(SELECT id FROM source WHERE key = $1)';

async function one(db: Db, sql: string, source: string): Promise<Figures> {
  const [row] = await db.query<Figures>(sql, [source]);
  return row!;
}

/** The shares of a query that gives group, k and n, in places from 0 on; a group of nobody has none. */
async function shares(db: Db, groups: number, sql: string, source: string): Promise<(number | null)[]> {
  const rows = await db.query<{ place: number; k: number; n: number }>(sql, [source]);
  return Array.from({ length: groups }, (_, place) => {
    const found = rows.find((row) => row.place === place);
    return found ? found.k / found.n : null;
  });
}

/** What the product says of the help-desk, after it looked for obstacles. */
export const helpdeskIn = (db: Db, source: string): Promise<Figures> =>
  one(
    db,
    `WITH e AS (SELECT e.*, r.source_key AS whose FROM case_event e LEFT JOIN source_record r ON r.id = e.source_record_id
                 WHERE e.source_id = ${ofSource}),
          c AS (SELECT case_key, count(*)::int AS n, string_agg(activity, ' > ' ORDER BY at, place) AS way,
                       extract(epoch FROM max(at) - min(at))::float8 / 86400 AS days, (array_agg(whose ORDER BY at, place))[1] AS first,
                       count(DISTINCT whose) AS people FROM e GROUP BY 1),
          f AS (SELECT (counts->>'loop')::int AS loop, (counts->>'handoff')::int AS handoff, (counts->>'pingpong')::int AS pingpong
                  FROM case_friction WHERE source_id = ${ofSource})
     SELECT (SELECT count(*)::int FROM c) AS cases, (SELECT count(*)::int FROM e) AS events,
            (SELECT count(DISTINCT activity)::int FROM e) AS activities, (SELECT count(DISTINCT way)::int FROM c) AS variants,
            (SELECT max(n) FROM c) AS longest, (SELECT max(n)::int FROM (SELECT count(*) AS n FROM c GROUP BY way) w) AS commonest,
            (SELECT avg(days) FROM c) AS "meanDays", (SELECT count(DISTINCT first)::int FROM c) AS "firstCustomers",
            (SELECT count(*)::int FROM (SELECT FROM c GROUP BY first HAVING count(*) > 1) a) AS "cameAgain",
            (SELECT count(*)::int FROM c WHERE people > 1) AS "withTwoCustomers",
            (SELECT sum(loop)::int FROM f) AS loops, (SELECT sum(handoff)::int FROM f) AS handoffs,
            (SELECT sum(pingpong)::int FROM f) AS pingpongs, (SELECT count(*)::int FROM f WHERE pingpong > 0) AS "casesWithPingpong"`,
    source,
  );

const lastEvents = `(SELECT DISTINCT ON (case_key) * FROM case_event WHERE source_id = ${ofSource} ORDER BY case_key, at DESC, place DESC) l`;

/** What the product says of the incidents. */
export async function incidentsIn(db: Db, source: string): Promise<Figures> {
  const counts = await one(
    db,
    `SELECT (SELECT count(*)::int FROM case_event WHERE source_id = ${ofSource}) AS events, count(*)::int AS incidents,
            (SELECT count(DISTINCT source_record_id)::int FROM case_event WHERE source_id = ${ofSource}) AS callers,
            avg((attributes->>'made_sla' = 'true')::int)::float8 AS kept,
            count(*) FILTER (WHERE (attributes->>'reopen_count')::int > 0)::int AS "openedAgain" FROM ${lastEvents}`,
    source,
  );
  const keptByHands = await shares(
    db,
    4,
    `SELECT least(3, (attributes->>'reassignment_count')::int) AS place, count(*) FILTER (WHERE attributes->>'made_sla' = 'true')::int AS k,
            count(*)::int AS n FROM ${lastEvents} GROUP BY 1`,
    source,
  );
  const { events, incidents, callers, kept, openedAgain } = counts;
  return {
    events: events!,
    incidents: incidents!,
    callers: callers!,
    kept: kept!,
    keptByHands,
    openedAgain: openedAgain!,
  };
}

/** What the product says of the retailer's orders. */
export const retailerIn = (db: Db, source: string): Promise<Figures> =>
  one(
    db,
    `WITH o AS (SELECT source_record_id AS who, number LIKE 'C%' AS back FROM sales_order WHERE source_id = ${ofSource}),
          b AS (SELECT who, count(*) AS n FROM o WHERE NOT back GROUP BY 1)
     SELECT (SELECT count(DISTINCT who)::int FROM o) AS customers, (SELECT count(*)::int FROM o WHERE NOT back) AS orders,
            (SELECT count(*)::int FROM o WHERE back) AS cancellations, (SELECT count(*)::int FROM b) AS buyers,
            (SELECT count(*)::int FROM b WHERE n > 1) AS "repeatBuyers", (SELECT count(DISTINCT who)::int FROM o WHERE back) AS "withCancellation"`,
    source,
  );

/** What the product says of the bank's calls; people are customers, of whom nobody was joined with another. */
export async function bankIn(db: Db, source: string): Promise<Figures> {
  const counts = await one(
    db,
    `SELECT count(*)::int AS contacts, count(DISTINCT customer_id)::int AS people, count(*) FILTER (WHERE outcome = 'yes')::int AS yes
       FROM touch WHERE source_id = ${ofSource}`,
    source,
  );
  const yesByCalls = await shares(
    db,
    7,
    `SELECT least(6, attempts) AS place, count(*) FILTER (WHERE outcome = 'yes')::int AS k, count(*)::int AS n
       FROM touch WHERE source_id = ${ofSource} GROUP BY 1`,
    source,
  );
  return { ...counts, yesByCalls: yesByCalls.slice(1) };
}
