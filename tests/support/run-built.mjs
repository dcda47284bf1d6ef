// `node tests/support/run-built.mjs ENTRY …`: runs a program of the tests bundled as the product is, so that a bench measures what
// is shipped and not what a loader makes of the source.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundle } from '../../apps/api/bin/build.mjs';

const [entry, ...rest] = process.argv.slice(2);
const source = resolve(entry);
// Beside its source: what it looks for by its own place stays where it is.
const built = source.replace(/\.ts$/, `.built-${process.pid}.mjs`);
const { outdir: _, splitting: __, ...options } = bundle(source);
await build({ ...options, outfile: built, sourcemap: 'inline' });
process.on('exit', () => rmSync(built, { force: true }));
process.argv = [process.argv[0], source, ...rest];
await import(pathToFileURL(built).href);
