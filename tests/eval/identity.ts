import { parseArgs } from 'node:util';
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

/** The calibration error that chance alone would give if each pair were as likely as told: so much a small set cannot be blamed for. */
function errorByChance(probabilities: readonly number[]): number {
  let state = 0x2545f491;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  const times = 20;
  let sum = 0;
  for (let time = 0; time < times; time += 1) {
    const off = new Float64Array(20);
    for (const p of probabilities) off[Math.min(19, Math.floor(p * 20))]! += p - Number(random() < p);
    for (const bin of off) sum += Math.abs(bin);
  }
  return probabilities.length > 0 ? sum / times / probabilities.length : 0;
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
  let [automatic, right, error, counted] = [0, 0, 0, 0];
  const probabilities: number[] = [];
  const bins = Array.from({ length: 20 }, () => ({ count: 0, sum: 0, true: 0 }));
  const outcomes = outcomesOf(run.edges, run.entity, run.held, usualSettings, run.told);
  for (let edge = 0; edge < run.edges.a.length; edge += 1) {
    const p = probabilityOf(run.told[edge]!);
    probabilities.push(p);
    const same =
      truthOf.get(run.table.ids[run.edges.a[edge]!]!) === truthOf.get(run.table.ids[run.edges.b[edge]!]!);
    const bin = bins[Math.min(19, Math.floor(p * 20))]!;
    bin.count += 1;
    bin.sum += p;
    bin.true += Number(same);
    if (outcomes[edge] === 'automatic') {
      automatic += 1;
      right += Number(same);
    }
  }
  for (const bin of bins) {
    error += Math.abs(bin.sum - bin.true);
    counted += bin.count;
  }
  return {
    name: set.name,
    records: rows.length,
    ...Object.fromEntries(Object.entries(score).map(([key, value]) => [key, round(value)])),
    baselines: { email: baseline(['email']), emailOrPhone: baseline(['email', 'phone']) },
    automatic,
    automaticPrecision: round(automatic ? right / automatic : 1, 5),
    ece: round(counted ? error / counted : 0),
    eceByChance: round(errorByChance(probabilities)),
    seconds: round(seconds, 2),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    steps: Object.fromEntries(Object.entries(run.steps).map(([key, value]) => [key, Math.round(value)])),
    pairs: run.pairs,
  };
}

const results = [];
for (const set of [...labelledSets, ...generatedSets(Number(options.seed), Number(options['demo-seed']))]) {
  if (options.only && !options.only.split(',').includes(set.name)) continue;
  const result = await judge(set, options.data ?? '../shared/data/identity');
  process.stderr.write(`${result ? JSON.stringify(result) : `${set.name}: not here, left out`}\n`);
  if (result) results.push(result);
}
if (options.json) process.stdout.write(`${JSON.stringify({ sets: results })}\n`);
