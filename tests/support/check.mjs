// The one gate before a commit: format and lint, types, walls, unit tests. Each step prints its own complaint.
import { spawnSync } from 'node:child_process';

// TypeScript 7 says the same in a quarter of the time; CI asks TypeScript 6 as well (`npm run typecheck`).
const types = ['node', 'node_modules/typescript-native/bin/tsc'];

const steps = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types of the api', [...types, '-p', 'apps/api']],
  ['types of the web', [...types, '-p', 'apps/web']],
  ['types of the tests', [...types, '-p', 'tests']],
  ['walls', ['depcruise', '--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tests']],
  ['unit tests', ['vitest', 'run', '--project', 'unit', '--project', 'web']],
];

let failed = false;
for (const [name, [command, ...args]] of steps) {
  const began = Date.now();
  const run = spawnSync('npx', ['--no-install', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  });
  const ok = run.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (!ok) {
    failed = true;
    console.log(`${run.stdout ?? ''}${run.stderr ?? ''}`);
  }
}
process.exit(failed ? 1 : 0);
