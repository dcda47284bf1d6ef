// Bundles the API to dist/: one file per entry, its own source only; packages stay where npm put them.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const api = dirname(dirname(fileURLToPath(import.meta.url)));

/** Options of the bundle; `dev.mjs` watches with the same ones. */
export const bundle = (entry = 'src/main.ts') => ({
  absWorkingDir: api,
  entryPoints: [entry],
  outdir: join(api, 'dist'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  keepNames: true,
  tsconfig: join(api, 'tsconfig.json'),
  logLevel: 'warning',
});

/** Builds one entry. */
export async function buildApi(entry) {
  mkdirSync(join(api, 'dist'), { recursive: true });
  await build(bundle(entry));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildApi();
