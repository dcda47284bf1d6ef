import { parseArgs } from 'node:util';
import {
  type Calibration,
  calibrationOf,
  type Told,
} from '../../apps/api/src/kernel/statistics/calibration.ts';
import { DisjointSets } from '../../apps/api/src/modules/identity/domain/engine/disjoint-sets.ts';
import { probabilityOf } from '../../apps/api/src/modules/identity/domain/engine/model.ts';
import { outcomesOf } from '../../apps/api/src/modules/identity/domain/engine/outcomes.ts';
import { mapRecord } from '../../apps/api/src/modules/identity/domain/engine/record-map.ts';
import { usualSettings } from '../../apps/api/src/modules/identity/domain/engine/settings.ts';
import { resolveRecords } from '../../apps/api/src/modules/identity/resolve-records.ts';
import { generatedSets } from './generated-sets.ts';
import { type LabelledRow, type LabelledSet, labelledSets } from './labelled-sets.ts';
import { scorePartition } from './score-partition.ts';

/** `npm run eval:identity`: every labelled set with one setting. */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    /** Of the crowds and of the demo company: others than the usual ones are people nobody has looked at. */
    seed: { type: 'string', default: '301' },
    'demo-seed': { type: 'string', default: '1' },
  },
});

/** Joins rows that share a value of some fields: what a rule on e-mail, or e-mail or phone, would find. */
function joinedBy(rows: readonly LabelledRow[], set: LabelledSet, fields: readonly string[]): number[] {
  const sets = new DisjointSets(rows.length);
  const first = new Map<string, number>();
  rows.forEach(({ row }, at) => {
    for (const field of fields)
      for (const column of [set.map.fields[field] ?? []].flat()) {
        const text = String(row[column] ?? '')
          .trim()
          .toLowerCase();
        const value = field === 'phone' ? text.replace(/\D/g, '').slice(-10) : text;
        if (value.length < 5) continue;
        const key = `${field} ${value}`;
        const known = first.get(key);
        if (known === undefined) first.set(key, at);
        else sets.join(known, at);
      }
  });
  return rows.map((_, at) => sets.root(at));
}

const round = (value: number, digits = 4) => Number(value.toFixed(digits));

const rounded = ({ ece, eceByChance, chanceOfEce, eceDebiased, eceSweep }: Calibration) => ({
  ece: round(ece),
  eceByChance: round(eceByChance),
  chanceOfEce: round(chanceOfEce),
  eceDebiased: round(eceDebiased),
  eceSweep: round(eceSweep),
});

/** How many pairs have one truth. */
function pairsWithin(truths: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const truth of truths) sizes.set(truth, (sizes.get(truth) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

async function judge(set: LabelledSet, folder: string) {
  const rows = await set.read(folder);
  if (!rows) return null;
  const records = rows.map(({ row, id, source }) => mapRecord(row, id, set.map, source));
  const began = performance.now();
  const run = await resolveRecords(records, {
    fields: Object.keys(set.map.fields),
    ...(set.map.dateOrder ? { dateOrder: set.map.dateOrder } : {}),
  });
  const seconds = (performance.now() - began) / 1000;
  const at = new Map(run.table.ids.map((id, row) => [id, row]));
  const found = rows.map(({ id }) => run.entity[at.get(id)!]!);
  const sources = set.cross ? rows.map(({ source }) => source) : undefined;
  const truths = rows.map(({ truth }) => truth);
  const score = scorePartition(truths, found, sources);
  const baseline = (fields: string[]) =>
    round(scorePartition(truths, joinedBy(rows, set, fields), sources).f1);
  const truthOf = new Map(rows.map(({ id, truth }) => [id, truth]));
  let [automatic, right] = [0, 0];
  const told: Told[] = [];
  const outcomes = outcomesOf(run.edges, run.entity, run.held, usualSettings, run.told);
  for (let edge = 0; edge < run.edges.a.length; edge += 1) {
    const same =
      truthOf.get(run.table.ids[run.edges.a[edge]!]!) === truthOf.get(run.table.ids[run.edges.b[edge]!]!);
    told.push({ p: probabilityOf(run.told[edge]!), true: same });
    if (outcomes[edge] === 'automatic') {
      automatic += 1;
      right += Number(same);
    }
  }
  for (const one of told) everything.push(one);
  const calibration = calibrationOf(told);
  const missed = pairsWithin(truths) - told.filter((one) => one.true).length;
  return {
    name: set.name,
    records: rows.length,
    ...Object.fromEntries(Object.entries(score).map(([key, value]) => [key, round(value)])),
    baselines: { email: baseline(['email']), emailOrPhone: baseline(['email', 'phone']) },
    automatic,
    automaticPrecision: round(automatic ? right / automatic : 1, 5),
    ...rounded(calibration),
    // Over every pair compared: those not kept are told as never, and every true pair not kept counts as if it were one of them.
    eceOfComparedAtMost: round((calibration.ece * told.length + missed) / run.pairs),
    seconds: round(seconds, 2),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    steps: Object.fromEntries(Object.entries(run.steps).map(([key, value]) => [key, Math.round(value)])),
    pairs: run.pairs,
  };
}

const everything: Told[] = [];
const results: NonNullable<Awaited<ReturnType<typeof judge>>>[] = [];
for (const set of [...labelledSets, ...generatedSets(Number(options.seed), Number(options['demo-seed']))]) {
  if (options.only && !options.only.split(',').includes(set.name)) continue;
  const result = await judge(set, options.data ?? '../shared/data/identity');
  process.stderr.write(`${result ? JSON.stringify(result) : `${set.name}: not here, left out`}\n`);
  if (result) results.push(result);
}
const mean = (of: (one: (typeof results)[number]) => number) =>
  round(results.reduce((sum, one) => sum + of(one), 0) / Math.max(1, results.length));
const calibration = {
  /** All pairs of all sets as one. */
  pooled: { pairs: everything.length, ...rounded(calibrationOf(everything)) },
  /** Each set counting alike. */
  meanOfSets: {
    ece: mean(({ ece }) => ece),
    eceDebiased: mean(({ eceDebiased }) => eceDebiased),
    eceSweep: mean(({ eceSweep }) => eceSweep),
  },
};
process.stderr.write(`${JSON.stringify(calibration)}\n`);
if (options.json) process.stdout.write(`${JSON.stringify({ sets: results, calibration })}\n`);
