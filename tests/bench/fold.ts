import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { dayMs } from '../../apps/api/src/kernel/days.ts';
import { type Fold, type Folding, foldAll, foldIn } from '../../apps/api/src/kernel/ordered-fold.ts';
import { seeded } from '../../apps/api/src/kernel/statistics/seeded.ts';
import {
  type ExperienceState,
  experienceFolding,
  type LivedMoment,
  readMemory,
} from '../../apps/api/src/modules/experience/domain/experience-fold.ts';
import {
  readStage,
  type StageEvent,
  type StageState,
  stageFolding,
} from '../../apps/api/src/modules/journey/domain/stage-fold.ts';
import { usualJourney } from '../../apps/api/src/modules/journey/domain/usual-journey.ts';

/**
 * `npm run bench:fold`: a million events of 100,000 customers folded in memory into where each stands and what each has lived and
 * remembers; then what one more event costs, newest and late.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    events: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '100000' },
  },
});
const [events, customers] = [Number(options.events), Number(options.customers)];

type LifeEvent = StageEvent & LivedMoment;
interface LifeState {
  stage: StageState;
  lived: ExperienceState;
}
const [journey, experience] = [stageFolding(usualJourney), experienceFolding()];
const life: Folding<LifeEvent, LifeState> = {
  empty: () => ({ stage: journey.empty(), lived: experience.empty() }),
  step(state, event) {
    journey.step(state.stage, event);
    experience.step(state.lived, event);
  },
};

const draw = seeded(42);
const kinds = Object.values(usualJourney.facts);
const makeEvent = (n: number, day: number): LifeEvent => {
  const { stage, points, hard } = kinds[Math.floor(draw() * kinds.length)]!;
  const v = draw() < 0.2 ? null : Math.round(draw() * 20 - 10) / 10;
  return {
    id: `e${n}`,
    at: Math.round(day * dayMs),
    stage,
    points,
    hard,
    v,
    d: Math.round(draw() * 30),
    // Moments of one interaction come together: three at a time, more or less.
    interaction: `i${n % 3}`,
  };
};
const lives: LifeEvent[][] = Array.from({ length: customers }, () => []);
for (let n = 0; n < events; n++) lives[Math.floor(draw() * customers)]!.push(makeEvent(n, draw() * 730));

let peak = 0;
const look = () => {
  peak = Math.max(peak, process.memoryUsage().rss);
};
look();
const asOf = 731 * dayMs;
const started = performance.now();
const cpu = process.cpuUsage();
const folds: Fold<LifeEvent, LifeState>[] = [];
let standing = 0;
let remembering = 0;
for (const [i, some] of lives.entries()) {
  const fold = foldAll(life, some);
  // The numbers are read, too: a fold of which nobody reads anything is no use.
  if (readStage({ events: fold.events, state: fold.state.stage }, usualJourney, asOf).stage !== null)
    standing += 1;
  if (readMemory(fold.state.lived, asOf).value !== null) remembering += 1;
  folds.push(fold);
  if (i % 5000 === 0) look();
}
const seconds = (performance.now() - started) / 1000;
const spent = process.cpuUsage(cpu);
const cpuSeconds = (spent.user + spent.system) / 1e6;
look();

/** The median of the milliseconds that one event costs, reading included, over 20,000 customers. */
function incremental(day: () => number): number {
  const took: number[] = [];
  for (let n = 0; n < 20_000; n++) {
    const fold = folds[Math.floor(draw() * customers)]!;
    const event = makeEvent(events + n, day());
    const before = performance.now();
    foldIn(life, fold, event);
    readStage({ events: fold.events, state: fold.state.stage }, usualJourney, asOf);
    readMemory(fold.state.lived, asOf);
    took.push(performance.now() - before);
  }
  took.sort((a, b) => a - b);
  return took[Math.floor(took.length / 2)]!;
}
let latest = 730;
const incrementalMs = incremental(() => (latest += 0.00001));
const lateMs = incremental(() => draw() * 700);

const result = {
  events,
  customers,
  seconds: Number(seconds.toFixed(3)),
  eventsPerSecond: Math.round(events / seconds),
  /** On a busy machine the processor's own time says more than the clock. */
  cpuSeconds: Number(cpuSeconds.toFixed(3)),
  eventsPerCpuSecond: Math.round(events / cpuSeconds),
  peakMiB: Math.round(peak / 1048576),
  incrementalMs: Number(incrementalMs.toFixed(5)),
  lateMs: Number(lateMs.toFixed(5)),
  standing,
  remembering,
  load: Number(loadavg()[0]!.toFixed(1)),
};
if (options.json) console.log(JSON.stringify(result));
else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(16)} ${value}`);
