// The one gate before a commit: format and lint, types, walls, unit tests. Each step prints its own complaint.
import { spawnSync } from 'node:child_process';

const steps = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types of the api', ['tsc', '-p', 'apps/api']],
  ['types of the web', ['tsc', '-p', 'apps/web']],
  ['types of the tests', ['tsc', '-p', 'tests']],
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
