import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Answer } from './router.ts';
import { sendText } from './send.ts';

/** The web app's files: kept for good where the name carries a hash, asked again where not; any other path is the app itself. */
export function webFiles(folder: string): { answer: Answer; html: string } | undefined {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return undefined;
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    ignores: [/^\/assets\//, /\.[a-z0-9]{1,5}$/i],
    setHeaders(response, path) {
      response.setHeader(
        'cache-control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return {
    html: readFileSync(page, 'utf8'),
    answer: (request, response) =>
      serve(request, response, () => sendText(response, 404, 'text/plain; charset=utf-8', 'Not found\n')),
  };
}
