import { Worker } from 'node:worker_threads';
import { layReaders } from '#modules/intake';
import { modules } from './modules.ts';

/** Lets large files of imports be read in threads of their own. */
export const readInThreads = (): void => layReaders(modules, startReader);

/** Starts a thread that reads. From source, it knows nothing of TypeScript until it is told. */
export function startReader(): Worker {
  // What a row is made of is gone before the next set: a thread needs little room for what is young. Where
  // `--max-semi-space-size` is given, V8 goes by that (decision 74).
  const resourceLimits = { maxYoungGenerationSizeMb: 32 };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./reading-worker.js', import.meta.url), { resourceLimits });
  const source = JSON.stringify(new URL('./reading-worker.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(start, { eval: true, resourceLimits });
}
