// What is built is as fresh as its sources: compared by content, so that `npm start` works straight after `npm install` or a pull.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compress } from './compress.mjs';

const api = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(api, '../..');
const web = join(root, 'apps/web');

const isSource = (name) => !/\.test\.tsx?$|^\./.test(name);

function* filesIn(path) {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!isSource(entry.name) || entry.name === 'node_modules' || entry.name === 'dist') continue;
    if (entry.isDirectory()) yield* filesIn(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

/** A mark that changes whenever a source changes. */
function markOf(folders) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...folders.flatMap((folder) => [...filesIn(folder)]), join(root, 'package-lock.json')])
    if (existsSync(file))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Builds when the mark beside the result is not the one of the sources. An install without sources is taken as it is. */
async function ensure(folder, entry, sources, product, build) {
  if (!existsSync(join(folder, entry))) return false;
  const note = join(folder, 'dist/.built-from');
  const mark = markOf(sources);
  if (existsSync(join(folder, product)) && existsSync(note) && readFileSync(note, 'utf8') === mark)
    return false;
  await build();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, mark);
  return true;
}

/** Builds the API if needed. */
export const ensureApi = () =>
  ensure(api, 'src/main.ts', [join(api, 'src'), join(api, 'bin')], 'dist/main.js', async () => {
    const { buildApi } = await import('./build.mjs');
    await buildApi();
  });

/** Builds the web app if needed, and packs its files for browsers that take them packed. */
export const ensureWeb = () =>
  ensure(web, 'index.html', [web, join(root, 'packages/schema')], 'dist/index.html', async () => {
    process.stderr.write('Building the web app (only when it changed)\n');
    await viteBuild();
    await compress(join(web, 'dist'));
  });

const viteBuild = () =>
  new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: web,
      stdio: ['ignore', 2, 2],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The web app could not be built; see above.')),
    );
  });
