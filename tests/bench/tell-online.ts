import { setTimeout as pause } from 'node:timers/promises';

/** What one way of asking gave; times in milliseconds. */
export interface Told {
  perSecond: number;
  latencies: number[];
  /** Arrivals that were told to come again; how long they waited for nothing is among the latencies. */
  refused: number;
}

/** The door has too much waiting. */
export class ComeAgain extends Error {
  override name = 'ComeAgain';
}

/** Each of so many lanes tells the next thing as soon as its last is committed. */
export async function closedLoop(tell: () => Promise<void>, lanes: number, seconds: number): Promise<Told> {
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < until) {
        const asked = performance.now();
        await tell();
        latencies.push(performance.now() - asked);
      }
    }),
  );
  return { perSecond: (latencies.length / (performance.now() - began)) * 1_000, latencies, refused: 0 };
}

/** Numbers between 0 and 1 that are the same at every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
}

/**
 * Things arrive by themselves, `rate` a second on average and independently of each other (exponential gaps), whether or not those before
 * them are done. Latency counts from the planned arrival, so that waiting in line counts, too (no coordinated omission).
 */
export async function openLoop(
  tell: () => Promise<void>,
  rate: number,
  seconds: number,
  seed: number,
): Promise<Told> {
  const next = chance(seed);
  const latencies: number[] = [];
  const open: Promise<void>[] = [];
  let refused = 0;
  const began = performance.now();
  let planned = 0;
  while (planned < seconds * 1_000) {
    const wait = planned - (performance.now() - began);
    // A timer may ring up to a millisecond late; that counts, too. Waiting in a loop would take the processor from PostgreSQL.
    if (wait > 0) await pause(wait);
    const due = began + planned;
    open.push(
      tell()
        .catch((error: Error) => {
          if (!(error instanceof ComeAgain)) throw error;
          refused += 1;
        })
        .then(() => void latencies.push(performance.now() - due)),
    );
    planned += (-Math.log(next()) / rate) * 1_000;
  }
  await Promise.all(open);
  const taken = latencies.length - refused;
  return { perSecond: (taken / (performance.now() - began)) * 1_000, latencies, refused };
}
