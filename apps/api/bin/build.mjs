// Bundles the API to dist/: one file per entry, its own source only; packages stay where npm put them.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const api = dirname(dirname(fileURLToPath(import.meta.url)));

/** Programs of threads: whoever starts one looks for it beside itself. */
export const threads = {
  'scoring-worker': 'src/modules/identity/data/scoring-worker.ts',
  'reading-worker': 'src/app/reading-worker.ts',
};

/** Options of the bundle; `dev.mjs` watches with the same ones. */
export const bundle = (entry) => ({
  absWorkingDir: api,
  entryPoints: entry ? [entry] : { main: 'src/main.ts', ...threads },
  outdir: join(api, 'dist'),
  bundle: true,
  // What a verb alone needs is loaded by that verb alone.
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  // No `keepNames`: it names every closure when it is made, a third of a microsecond each. Names that the schema shows are held by the contract.
  tsconfig: join(api, 'tsconfig.json'),
  logLevel: 'warning',
});

const aDay = 86_400_000;

/** Builds one entry. Pieces of older builds stay for a day: a server that runs may still ask for them. */
export async function buildApi(entry) {
  const dist = join(api, 'dist');
  mkdirSync(dist, { recursive: true });
  const { metafile } = await build({ ...bundle(entry), metafile: true });
  if (entry) return;
  const fresh = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of readdirSync(dist)) {
    const old = statSync(join(dist, name)).mtimeMs < Date.now() - aDay;
    if (/\.js(\.map)?$/.test(name) && !fresh.has(name) && old) rmSync(join(dist, name), { force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildApi();
