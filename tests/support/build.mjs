// What `npm run build` runs: turbo, asked on every platform not to tell anybody about it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
const run = spawnSync(process.execPath, [turbo, 'run', 'build', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
});
process.exit(run.status ?? 1);
