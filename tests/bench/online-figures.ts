import { median, quantile, round } from './load.ts';
import type { ProcessorTimes } from './processor-time.ts';
import type { Told } from './tell-online.ts';

/** What one way of telling came to. */
export interface Online {
  perSecond: number[];
  latencies: number[];
  /** Of each round, ms. */
  p99: number[];
  refused: number;
  /** How many deliveries each transaction held. */
  setSizes: number[];
  /** Microseconds of processor time for each signal. */
  programUs: number[];
  postgresUs: number[];
}

export const nobodyYet = (): Online => ({
  perSecond: [],
  latencies: [],
  p99: [],
  refused: 0,
  setSizes: [],
  programUs: [],
  postgresUs: [],
});

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Adds a round, with the processor time before and after it. */
export function noteRound(into: Online, told: Told, before: ProcessorTimes, after: ProcessorTimes): void {
  into.perSecond.push(told.perSecond);
  into.refused += told.refused;
  into.p99.push(quantile(sorted(told.latencies), 0.99));
  for (const latency of told.latencies) into.latencies.push(latency);
  const taken = told.latencies.length - told.refused;
  if (before.server === undefined || before.postgres === undefined) return;
  into.programUs.push(((after.server! - before.server) * 1_000) / taken);
  into.postgresUs.push(((after.postgres! - before.postgres) * 1_000) / taken);
}

/** What all rounds together came to. */
export function figuresOnline({ latencies, p99, setSizes, programUs, postgresUs }: Online) {
  const all = sorted(latencies);
  return {
    p50Ms: round(quantile(all, 0.5)),
    p99Ms: round(quantile(all, 0.99)),
    // Of all rounds together one bad moment of the machine decides; this is a round as it mostly is.
    p99OfARoundMs: round(median(p99)),
    signalsInOneTransaction: {
      mean: round(latencies.length / Math.max(1, setSizes.length), 1),
      largest: Math.max(0, ...setSizes),
    },
    ...(programUs.length > 0
      ? {
          processorUsPerSignal: {
            program: Math.round(median(programUs)),
            postgres: Math.round(median(postgresUs)),
          },
        }
      : {}),
  };
}
