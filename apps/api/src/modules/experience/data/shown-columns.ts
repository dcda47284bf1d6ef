import { strengthNow } from '#modules/house';
import { promisesKeptSql } from '#modules/promises';
import type { Spelling } from '#platform/look-ahead';
import { livedSettings } from '../domain/settings.ts';

/** How each number is shown: its SQL over a row, and how it becomes JSON. Resolvers and readings take it from here, so that they agree. */
export type ShownColumns = Record<string, { sql: (row: string) => string; spelling?: Spelling }>;

const { attachment, memory, memorability } = livedSettings;

/** Rounded for people: what is beyond is noise, and moves while one looks. */
const rounded = (sql: string, digits: number): string => `round((${sql})::numeric, ${digits})::float8`;
/** A valence −1…+1 as people read it, 0…100 with one digit. */
const score = (valence: string): string => rounded(`50 * (1 + ${valence})`, 1);
const plain = (column: string) => ({ sql: (row: string) => `${row}.${column}` });
const time = (column: string) => ({ ...plain(column), spelling: 'time' as const });
const count = (column: string) => ({ ...plain(column), spelling: 'count' as const });
const scored = (column: string) => ({ sql: (row: string) => score(`${row}.${column}`) });
const number = (column: string, digits: number) => ({
  sql: (row: string) => rounded(`${row}.${column}`, digits),
});

/** 2^x, held where a double can say it. */
const powerOfTwo = (x: string): string => `power(2, greatest(-1000, least(1000, ${x})))`;

/** What a model of buying says of a customer’s behaviour, if one may. */
const modelled = (x: string): string =>
  `(SELECT b.value FROM customer_behaviour b WHERE b.customer_id = ${x}.customer_id)`;

/** The levers of attachment, in their order: what each is worth 0…1 in a row of `customer_experience`, `NULL` where nothing is known. */
const levers: Record<string, (x: string) => string> = {
  // A model that passed its gate speaks; without one, how they keep to their own rhythm.
  behaviour: (x) =>
    `coalesce(${modelled(x)}, CASE WHEN ${x}.gap_days > 0 THEN ${powerOfTwo(`-greatest(0, extract(epoch FROM now() - ${x}.last_order_at)::float8 / 86400 / ${x}.gap_days - 1)`)} END)`,
  association: (x) =>
    `CASE WHEN ${x}.memorable_good + ${x}.memorable_bad > 0 THEN (${x}.memorable_good + 1)::float8 / (${x}.memorable_good + ${x}.memorable_bad + 2) END`,
  centred: (x) =>
    `(SELECT avg(part) FROM unnest(ARRAY[${x}.preferred_share, ${promisesKeptSql(`${x}.customer_id`)}, ${x}.no_repeat_share]) part)`,
  no_regret: (x) =>
    `CASE WHEN ${x}.orders > 0 THEN 1 - (${x}.regretted + 1)::float8 / (${x}.orders + ${attachment.regretPrior}) END`,
  anchors: (x) => `CASE WHEN ${x}.measured > 0 THEN 1 - ${powerOfTwo(`-${x}.anchors`)} END`,
  advocacy: (x) =>
    `(SELECT CASE WHEN count(*) > 0 THEN 1 - ${powerOfTwo('-count(*)')} END FROM json_array_elements_text(${x}.recommended_at) told
       WHERE told::timestamptz > now() - interval '365 days')`,
};
const weightOf = (lever: string): number => attachment.weights[lever as keyof typeof attachment.weights];
const allWeights = Object.values(attachment.weights).reduce((sum, one) => sum + one, 0);

/** The rows of levers of a row of `shownExperience`. */
export const leverRows = (x: string): string =>
  `(VALUES ${Object.entries(levers)
    .map(
      ([lever, sql], place) =>
        `(${place}, '${lever}', ${weightOf(lever)}::float8, (${sql(x)})::float8, ${x}.known_weights, ${x}.customer_id)`,
    )
    .join(', ')}) AS l(place, lever, weight, value, known_weights, customer_id)`;

/** Rows of `customer_experience` with what depends on now beside it: the strength of the memory, and the sums of the levers. */
export const shownExperience = (where: string): string => {
  const values = Object.entries(levers)
    .map(([lever, sql]) => `(${weightOf(lever)}::float8, (${sql('x')})::float8)`)
    .join(', ');
  return `SELECT x.*, coalesce(${strengthNow('x.half_until')}, 0) AS strength, tied.known_weights, tied.attachment
            FROM customer_experience x
           CROSS JOIN LATERAL (SELECT sum(weight) FILTER (WHERE value IS NOT NULL) AS known_weights,
                                      100 * sum(weight * value) / sum(weight) FILTER (WHERE value IS NOT NULL) AS attachment
                                 FROM (VALUES ${values}) AS tie(weight, value)) tied
           WHERE ${where}`;
};

const remembered = (x: string): string => `${x}.memory_mean * ${x}.strength`;
const share = (x: string): string => `coalesce(${x}.known_weights, 0) / ${allWeights}`;

export const experienceColumns: ShownColumns = {
  experienced: scored('mean'),
  experiencedTotal: number('total', 1),
  remembered: { sql: (x) => score(remembered(x)) },
  strength: number('strength', 3),
  gap: { sql: (x) => rounded(`50 * (${remembered(x)} - ${x}.mean)`, 1) },
  coverage: { sql: (x) => rounded(`${x}.known_minutes / nullif(${x}.minutes, 0)`, 3) },
  moments: count('n'),
  knownMoments: count('known'),
  interactionCount: count('interactions'),
  measured: count('measured'),
  minutes: number('minutes', 1),
  memoryCount: count('memories'),
  lastOutcome: { sql: (x) => `replace(${x}.last_outcome, '_', '-')`, spelling: 'enum' },
  fadeStreak: count('fade_streak'),
  isFading: {
    sql: (x) =>
      `(${x}.fade_streak >= ${memorability.fadeStreak} OR (${x}.measured > 0 AND ${x}.strength < ${memorability.fadeStrength}))`,
  },
  settings: plain('settings'),
};

export const irrelevanceColumns: ShownColumns = {
  irrelevant: { sql: (x) => `(${x}.outcomes->>'irrelevant')::int` },
  unknown: { sql: (x) => `(${x}.outcomes->>'unknown')::int` },
  measured: count('measured'),
  share: { sql: (x) => rounded(`(${x}.irrelevance->>'p')::float8`, 3) },
  low: { sql: (x) => rounded(`(${x}.irrelevance->>'lo')::float8`, 3) },
  high: { sql: (x) => rounded(`(${x}.irrelevance->>'hi')::float8`, 3) },
};

export const attachmentColumns: ShownColumns = {
  score: number('attachment', 1),
  shrunk: {
    sql: (x) =>
      rounded(
        `${share(x)} * coalesce(${x}.attachment, ${attachment.populationMean}) + (1 - ${share(x)}) * ${attachment.populationMean}`,
        1,
      ),
  },
  coverage: { sql: (x) => rounded(share(x), 3) },
  orders: count('orders'),
  regretted: count('regretted'),
  lastOrderAt: time('last_order_at'),
  usualGapDays: number('gap_days', 1),
  gapBy: plain('gap_by'),
  behaviourBy: {
    sql: (x) => `CASE WHEN ${modelled(x)} IS NOT NULL THEN 'model' WHEN ${x}.gap_days > 0 THEN 'rhythm' END`,
  },
  memorableGood: count('memorable_good'),
  memorableBad: count('memorable_bad'),
  anchors: count('anchors'),
  contacts: count('contacts'),
  preferredChannel: plain('preferred_channel'),
  preferredShare: number('preferred_share', 3),
  notAskedAgainShare: number('no_repeat_share', 3),
  promiseKeptShare: { sql: (x) => rounded(promisesKeptSql(`${x}.customer_id`), 3) },
};

export const leverColumns: ShownColumns = {
  lever: { sql: (l) => `replace(${l}.lever, '_', '-')`, spelling: 'enum' },
  weight: number('weight', 3),
  value: number('value', 3),
  points: { sql: (l) => rounded(`100 * ${l}.weight * ${l}.value / ${l}.known_weights`, 1) },
};

/** Rows of `lived_interaction` as they are shown, with what its customer's memory is now. */
export const shownLived = `(SELECT i.*, x.memory_mean, coalesce(${strengthNow('x.half_until')}, 0) AS strength
    FROM lived_interaction i JOIN customer_experience x ON x.customer_id = i.customer_id)`;

export const livedColumns: ShownColumns = {
  subjectType: plain('subject_type'),
  subjectId: { ...plain('subject_id'), spelling: 'id' },
  title: plain('title'),
  department: { ...plain('department'), spelling: 'enum' },
  touchpoint: plain('touchpoint'),
  channel: plain('channel'),
  beganAt: time('began_at'),
  endedAt: time('ended_at'),
  experienced: scored('mean'),
  experiencedTotal: number('total', 1),
  remembered: scored('remembered'),
  gap: { sql: (i) => rounded(`50 * (${i}.remembered - ${i}.mean)`, 1) },
  peak: scored('peak'),
  peakAt: time('peak_at'),
  end: scored('end_value'),
  coverage: { sql: (i) => rounded(`${i}.known_minutes / nullif(${i}.minutes, 0)`, 3) },
  momentCount: count('n'),
  knownMoments: count('known'),
  minutes: number('minutes', 1),
  outcome: { sql: (i) => `replace(${i}.outcome, '_', '-')`, spelling: 'enum' },
  usual: scored('usual_mean'),
  usualDeviation: { sql: (i) => rounded(`50 * ${i}.usual_sd`, 1) },
  usualCount: count('usual_n'),
  surprise: number('surprise', 2),
  salience: number('salience', 3),
  weight: { sql: (i) => rounded(`${i}.share * ${i}.strength`, 3) },
  regretted: plain('regretted'),
  marks: plain('marks'),
  settings: plain('settings'),
};

const standsOut = (v: string): string =>
  `abs(${v}) * CASE WHEN ${v} < 0 THEN ${memory.negativity} ELSE 1 END`;
const ended = (i: string, x: string): string =>
  `(${memory.peakWeight} * CASE WHEN ${i}.peak IS NULL OR ${standsOut(x)} >= ${standsOut(`${i}.peak`)} THEN ${x} ELSE ${i}.peak END + ${1 - memory.peakWeight} * ${x})`;
/** What all memories weigh now, beside the prior. */
const weightNow = (i: string): string => `(${memory.prior} * ${i}.strength / nullif(1 - ${i}.strength, 0))`;

/**
 * What would be remembered if it ended, today, with a moment of valence `x` (SQL): of the interaction, and of all. How memorable it was stays
 * as it is; a bad memory weighs more.
 */
export const ifItEnded = (i: string, x: string): { remembered: string; customerRemembered: string } => {
  const r = ended(i, x);
  const own = `${r} * (CASE WHEN ${r} < 0 THEN ${memory.negativity} ELSE 1 END) * greatest(coalesce(${i}.salience, abs(${r})), ${memory.leastSalience})`;
  const weight = `(CASE WHEN ${r} < 0 THEN ${memory.negativity} ELSE 1 END) * greatest(coalesce(${i}.salience, abs(${r})), ${memory.leastSalience})`;
  const all = `coalesce(${weightNow(i)}, 0)`;
  const before = `coalesce(${i}.share, 0) * ${all}`;
  return {
    remembered: score(r),
    customerRemembered: score(
      `(coalesce(${i}.memory_mean, 0) * ${all} - coalesce(${i}.remembered, 0) * ${before} + ${own}) / (${all} - ${before} + ${weight} + ${memory.prior})`,
    ),
  };
};

/** Moments out of the row that keeps them. */
export const momentRows = (i: string, m: string): string =>
  `json_to_recordset(${i}.moments) AS ${m}(key text, at timestamptz, kind text, who text, v float8, minutes float8, coverage float8, parts json, wait json)`;

export const momentColumns: ShownColumns = {
  key: plain('key'),
  at: time('at'),
  kind: plain('kind'),
  who: plain('who'),
  valence: number('v', 3),
  minutes: number('minutes', 2),
  coverage: number('coverage', 3),
  waited: { sql: (m) => rounded(`(${m}.wait->>'actual')::float8`, 1) },
  usualWait: { sql: (m) => rounded(`(${m}.wait->>'expected')::float8`, 1) },
};

export const partRows = (m: string, p: string): string =>
  `json_to_recordset(${m}.parts) AS ${p}(signal text, value float8, adds float8)`;

export const partColumns: ShownColumns = {
  signal: plain('signal'),
  value: number('value', 3),
  adds: number('adds', 3),
};

export const failureRows = (x: string, f: string): string =>
  `json_to_recordset(${x}.failures) AS ${f}("subjectId" uuid, at timestamptz, "judgedFrom" timestamptz, resolved boolean, reopened boolean, after float8, recovered boolean, paradox boolean)`;

export const failureColumns: ShownColumns = {
  subjectId: { sql: (f) => `${f}."subjectId"`, spelling: 'id' },
  at: time('at'),
  resolved: plain('resolved'),
  reopened: plain('reopened'),
  after: scored('after'),
  recovered: plain('recovered'),
  paradox: plain('paradox'),
  isOpen: { sql: (f) => `(NOT ${f}.reopened AND ${f}."judgedFrom" > now())` },
};

/** The columns of a select, under the names of the graph. */
export const selected = (columns: ShownColumns, row: string): string =>
  Object.entries(columns)
    .map(([name, { sql }]) => `${sql(row)} AS "${name}"`)
    .join(', ');
