// What `npm test` runs: everything, the real Chromium included. Ends with one plain line of counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureApi, ensureWeb } from '../../apps/api/bin/fresh.mjs';
import { ensureChromium } from './find-chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const results = join(root, 'tests/results');
const counts = join(results, 'vitest.json');

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

try {
  process.env.CHROMIUM_PATH = ensureChromium();
  await ensureApi();
  await ensureWeb();
} catch (error) {
  fail(error.message);
}

mkdirSync(results, { recursive: true });
rmSync(counts, { force: true });
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${counts}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
let told;
try {
  told = JSON.parse(readFileSync(counts, 'utf8'));
} catch {
  fail('The tests ended without a result; see above.');
}
const skipped = told.numPendingTests + told.numTodoTests;
console.log(`${told.numPassedTests} passed, ${told.numFailedTests} failed, ${skipped} skipped`);
process.exit(run.status === 0 && told.success ? 0 : 1);
