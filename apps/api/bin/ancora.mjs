#!/usr/bin/env node
// The operator's command: makes sure that what runs is what is written, then runs it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { ensureApi, ensureWeb } from './fresh.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Ancora needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

// All of the heap is collected when it has grown to three times what lived in it, and not at every tenth more (decision 76). For whatever the command is: an import as well as the server.
setFlagsFromString('--heap-growing-percent=200');

const settings = fileURLToPath(new URL('../../../.env', import.meta.url));
if (existsSync(settings)) process.loadEnvFile(settings);

try {
  const asksForHelp = process.argv.some((word) => word === '--help' || word === '-h');
  await ensureApi();
  if (process.argv[2] === 'start' && !asksForHelp) await ensureWeb();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
// Whoever starts it runs it for people; `npm run dev` is for developing, and starts the program itself.
process.env.NODE_ENV ||= 'production';
process.setSourceMapsEnabled(true);
await import('../dist/main.js');
