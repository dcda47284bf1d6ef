// `node tests/support/run-built.mjs ENTRY …`: runs a program of the tests bundled as the product is, so that a bench measures what
// is shipped and not what a loader makes of the source.
import { rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundle, threads } from '../../apps/api/bin/build.mjs';

const [entry, ...rest] = process.argv.slice(2);
const source = resolve(entry);
const name = basename(source, '.ts');
const outdir = join(dirname(source), `.built-${process.pid}`);
await build({
  ...bundle(source),
  entryPoints: { [name]: source, ...threads },
  outdir,
  sourcemap: 'inline',
  // What it looks for by its own place stays where it is.
  define: { 'import.meta.dirname': JSON.stringify(dirname(source)) },
});
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
process.argv = [process.argv[0], source, ...rest];
await import(pathToFileURL(join(outdir, `${name}.js`)).href);
