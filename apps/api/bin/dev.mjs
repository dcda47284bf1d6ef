// For development: the API restarts when its source changes, the web app updates in place. Ctrl-C ends both.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { bundle } from './build.mjs';

const api = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(api, '../..');
const port = process.env.PORT || '4000';
let running;
let ending = false;

const ended = (child) =>
  new Promise((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', resolve);
  });

async function restart() {
  running?.kill('SIGTERM');
  await ended(running);
  if (ending) return;
  running = spawn(process.execPath, ['--enable-source-maps', join(api, 'dist/main.js'), 'start'], {
    stdio: 'inherit',
    env: { ...process.env, PORT: port },
  });
}

const watcher = await context({
  ...bundle(),
  plugins: [{ name: 'restart', setup: (build) => build.onEnd(({ errors }) => errors.length || restart()) }],
});
await watcher.watch();
process.stdout.write(
  'The web app updates in place at http://localhost:5173 (its API stands at the address told below).\n',
);
const web = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], {
  cwd: join(root, 'apps/web'),
  stdio: 'inherit',
  env: { ...process.env, ANCORA_API: `http://127.0.0.1:${port}` },
});

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    if (ending) return;
    ending = true;
    await watcher.dispose();
    web.kill('SIGTERM');
    running?.kill('SIGTERM');
    await Promise.all([ended(web), ended(running)]);
    process.exit(0);
  });
