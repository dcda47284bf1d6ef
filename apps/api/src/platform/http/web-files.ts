import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './router.ts';
import { sendText } from './send.ts';

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
};

/** The ways in which a file lies packed beside itself, best first. */
const packings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

interface WebFile {
  readonly type: string;
  /** The bytes as they are, and packed where that was worth it, each with its mark. */
  readonly bodies: readonly { encoding: 'br' | 'gzip' | undefined; bytes: Buffer; etag: string }[];
}

/**
 * The web app's files: kept for good where the name carries a hash, asked again where not; any other path is the app itself.
 * They are read once, at the start: whoever is served by this process gets the parts of one build, whatever is built,
 * moved or deleted on the disk meanwhile.
 */
export function webFiles(folder: string): { answer: Answer; html: string } | undefined {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return undefined;
  const files = readFiles(folder);
  const app = files.get('/index.html');
  return {
    html: readFileSync(page, 'utf8'),
    answer: (request, response, { path }) => {
      // A path that looks like a file is one or is missing; every other one is a screen of the app.
      const looksLikeFile = path.startsWith('/assets/') || /\.[a-z0-9]{1,5}$/i.test(path);
      const file = files.get(path) ?? (looksLikeFile ? undefined : app);
      if (!file) return sendText(response, 404, 'text/plain; charset=utf-8', 'Not found\n');
      const taken = String(request.headers['accept-encoding'] ?? '').toLowerCase();
      const body = file.bodies.find(({ encoding }) => !encoding || accepts(taken, encoding));
      if (!body) return sendText(response, 406, 'text/plain; charset=utf-8', 'Not acceptable\n');
      response.setHeader('vary', 'Accept-Encoding');
      response.setHeader('etag', body.etag);
      response.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(body.etag)) {
        response.writeHead(304).end();
        return;
      }
      response.writeHead(200, {
        'content-type': file.type,
        'content-length': body.bytes.length,
        ...(body.encoding ? { 'content-encoding': body.encoding } : {}),
      });
      response.end(body.bytes);
    },
  };
}

const accepts = (taken: string, encoding: string): boolean =>
  taken.split(',').some((one) => {
    const [name, ...parameters] = one.split(';').map((part) => part.trim());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

function readFiles(folder: string): Map<string, WebFile> {
  const files = new Map<string, WebFile>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const name = entry.replaceAll('\\', '/');
    const path = join(folder, entry);
    // Notes of the build (`.vite`, `.built-from`) are nobody's business.
    if (/(^|\/)\./.test(name) || /\.(br|gz)$/.test(name) || !statSync(path).isFile()) continue;
    const bodies = [...packings, [undefined, ''] as const].flatMap(([encoding, suffix]) => {
      if (!existsSync(path + suffix)) return [];
      const bytes = readFileSync(path + suffix);
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      return [{ encoding, bytes, etag }];
    });
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    files.set(`/${name}`, { type, bodies });
  }
  return files;
}
