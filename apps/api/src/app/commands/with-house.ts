import type { House } from '../open-house.ts';
import { makeTeller, type Progress } from '../progress.ts';

/** Opens the house for one command, tells people how far it is, and closes it whatever happens. */
export async function withHouse<Value>(
  work: (house: House, tell: (progress: Progress) => void) => Promise<Value>,
): Promise<Value> {
  // Heavy packages are loaded only by commands that need them: `--help` answers at once.
  const { openHouse } = await import('../open-house.ts');
  const teller = makeTeller();
  const house = await openHouse({ say: (doing) => teller.tell({ doing }) });
  try {
    return await work(house, teller.tell);
  } finally {
    teller.end();
    await house.close();
  }
}
