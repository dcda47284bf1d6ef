import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log';
import { type Host, openHost } from './host.ts';
import { securityHeaders } from './security-headers.ts';
import { webFiles } from './web-files.ts';

let folder: string;
let host: Host;
let base: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ancora-web-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  writeFileSync(join(folder, 'index.html'), '<title>Ancora</title>');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'export default 1');
  writeFileSync(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync('export default 1'));
  host = await openHost(
    0,
    '127.0.0.1',
    { routes: [], rest: webFiles(folder)!.answer },
    { log: silentLog, headers: securityHeaders() },
  );
  base = `http://127.0.0.1:${host.port}`;
});
afterEach(async () => {
  await host.close(1_000);
  rmSync(folder, { recursive: true, force: true });
});

/** Asks as a browser that unpacks nothing by itself. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    get(`${base}${path}`, { headers }, async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece as Buffer);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        bytes: Buffer.concat(pieces),
      });
    }).on('error', reject);
  });

describe("the web app's files", () => {
  it('answers with one build, also when its files vanish from the disk under it', async () => {
    rmSync(folder, { recursive: true });
    const [page, script] = await Promise.all([
      ask('/customers'),
      ask('/assets/app-1a2b.js', { 'accept-encoding': 'br' }),
    ]);
    expect(page.bytes.toString()).toBe('<title>Ancora</title>');
    expect(script.bytes).toEqual(brotliCompressSync('export default 1'));
    expect((await ask('/')).status).toBe(200);
  });

  it('are packed only for browsers that take them packed', async () => {
    const path = '/assets/app-1a2b.js';
    expect((await ask(path, { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br');
    for (const taken of ['gzip', 'br;q=0, gzip', 'identity'])
      expect((await ask(path, { 'accept-encoding': taken })).headers['content-encoding']).toBeUndefined();
    expect((await ask(path)).bytes.toString()).toBe('export default 1');
  });

  it('are kept for good where their name tells their content, and asked again where not', async () => {
    expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toMatch(/immutable/);
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect((await ask('/', { 'if-none-match': String(page.headers.etag) })).status).toBe(304);
    expect((await ask('/', { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('never become the app when a part of it is missing, and never show the notes of the build', async () => {
    for (const path of [
      '/assets/app-old.js',
      '/robots.txt',
      '/.vite/manifest.json',
      '/assets/../.vite/x.json',
    ])
      expect((await ask(path)).status).toBe(404);
  });
});
