import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.ts';
import { PostgresTrouble } from './postgres-trouble.ts';
import { readPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import type { Watch } from './running-postgres.ts';
import type { Address } from './urls.ts';

const lookEveryMs = 250;
const pauseMs = 1_000;

const runs = (place: Place): boolean => {
  const found = readPostmaster(place.data);
  return found !== undefined && isAlive(found.pid);
};

/**
 * Looks a few times a second whether the server is still there and calls `again` when it is not, until it is back or two
 * minutes (`patienceMs`) have passed. Returns what ends the looking, after a start that is under way.
 */
export function keepRunning(
  place: Place,
  address: Address,
  again: () => Promise<Address>,
  watch: Watch,
  patienceMs = 120_000,
): () => Promise<void> {
  let wanted = true;
  let reviving: Promise<void> | undefined;

  const revive = async (): Promise<void> => {
    watch.ended();
    for (const until = Date.now() + patienceMs; wanted; await sleep(pauseMs)) {
      try {
        const back = await again();
        if (back.port !== address.port)
          throw new PostgresTrouble(
            `PostgreSQL ended and was started again on port ${back.port} instead of ${address.port}. Start again to find it there.`,
          );
        return watch.back();
      } catch (error) {
        if (!wanted) return;
        if (Date.now() < until) continue;
        clearInterval(timer);
        return watch.lost(
          new PostgresTrouble(`PostgreSQL ended and does not come back: ${(error as Error).message}`),
        );
      }
    }
  };

  const timer = setInterval(() => {
    if (!wanted || reviving || runs(place)) return;
    reviving = revive().finally(() => {
      reviving = undefined;
    });
  }, lookEveryMs);
  timer.unref();

  return async () => {
    wanted = false;
    clearInterval(timer);
    await reviving;
  };
}
