import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The folder with export samples of other systems, which the project reads and never contains: `ANCORA_SAMPLES`, or a
 * folder named `shared` beside the checkout. `undefined` when it is not there: the test then says so and is skipped.
 */
export function samplesFolder(name = 'import-samples'): string | undefined {
  const candidates = [process.env.ANCORA_SAMPLES, join(root, '../shared/data')];
  return candidates.flatMap((base) => (base ? [join(base, name)] : [])).find((folder) => existsSync(folder));
}
