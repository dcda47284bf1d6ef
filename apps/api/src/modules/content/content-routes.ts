import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isId, newId } from '#kernel/id';
import { recordAudit } from '#modules/access';
import type { Database } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import {
  BodyRefusal,
  publicLanguage,
  type Route,
  readBody,
  sendFileInBox,
  sendJson,
  sendPublicPage,
  sendRefusal,
} from '#platform/http';
import { fileWithBytes, insertFile } from './data/files.ts';
import { fileBytesAtMost, fileName, sniffFile } from './domain/sniff-file.ts';
import { noteSharedOpening, readShared } from './open-shared.ts';
import { nothingPage, sharedPage } from './shared-page.ts';

/** What the routes of content need. */
export interface ContentDoor {
  database: Database;
  /** Says who asks, from their session. */
  viewerOf: (request: IncomingMessage) => Promise<Viewer>;
  /** Whether a browser sent this from one of our own pages. */
  isOurOrigin: (request: IncomingMessage) => boolean;
  /** Whether somebody of this role may write content. */
  mayWrite: (role: string) => boolean;
}

/** `POST /content-files?name=…` takes a file, `GET /content-files/<id>` gives it; `GET /c/<token>` is what a customer was given. */
export const contentRoutes = (door: ContentDoor): Route[] => [
  {
    method: 'POST',
    path: '/content-files',
    answer: (request, response, { search }) => takeFile(door, request, response, search),
  },
  {
    method: 'GET',
    path: '/content-files/*',
    answer: (request, response, { path }) => giveFile(door, request, response, path),
  },
  {
    method: 'GET',
    path: '/c/*',
    answer: (request, response, { path }) => giveShared(door, request, response, path),
  },
];

async function takeFile(
  door: ContentDoor,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> {
  const viewer = await door.viewerOf(request);
  if (viewer.kind !== 'user') return sendRefusal(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  if (!door.isOurOrigin(request))
    return sendRefusal(response, 403, 'FORBIDDEN', 'This comes from a foreign page.');
  if (!door.mayWrite(viewer.role))
    return sendRefusal(response, 403, 'FORBIDDEN', 'You may not write content.');
  let data: Buffer;
  try {
    data = await readBody(request, { bytes: fileBytesAtMost });
  } catch (error) {
    if (error instanceof BodyRefusal) return sendRefusal(response, error.status, 'BAD_FILE', error.message);
    throw error;
  }
  const mediaType = data.length > 0 ? sniffFile(data) : null;
  if (!mediaType)
    return sendRefusal(
      response,
      415,
      'BAD_FILE',
      'The library takes PDF, PNG, JPEG and documents of Word, PowerPoint and Excel without macros.',
    );
  const file = {
    id: newId(),
    name: fileName(new URLSearchParams(search).get('name')),
    mediaType,
    bytes: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
    addedBy: viewer.id,
    addedAt: new Date(),
  };
  await door.database.transaction(async (tx) => {
    await insertFile(tx, file, data);
    await recordAudit(tx, viewer, {
      action: 'upload-content-file',
      subjectType: 'ContentFile',
      subjectId: file.id,
      details: { bytes: file.bytes, mediaType },
    });
  });
  sendJson(response, 201, { id: file.id, name: file.name, mediaType, bytes: file.bytes });
}

async function giveFile(
  door: ContentDoor,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const viewer = await door.viewerOf(request);
  if (viewer.kind !== 'user') return sendRefusal(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  const id = /^\/content-files\/([^/]+)$/.exec(path)?.[1] ?? '';
  const file = isId(id) ? await fileWithBytes(door.database, id) : null;
  if (!file) return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such file.');
  sendFileInBox(response, file);
}

/** A browser that shows a page to somebody says so; programs that look at links beforehand, as mail scanners do, do not. */
const isPersonsLook = (request: IncomingMessage): boolean =>
  request.method === 'GET' &&
  request.headers['sec-fetch-dest'] === 'document' &&
  !/prefetch|preview/i.test(String(request.headers['sec-purpose'] ?? request.headers.purpose ?? ''));

async function giveShared(
  door: ContentDoor,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  response.setHeader('cache-control', 'private, no-store');
  response.setHeader('x-robots-tag', 'noindex');
  const [, token, part] = /^\/c\/([A-Za-z0-9_-]{22})(\/file)?$/.exec(path) ?? [];
  const shown = token ? await readShared(door.database, token) : null;
  const nothing = () =>
    sendPublicPage(
      response,
      404,
      nothingPage(publicLanguage(shown?.language, request.headers['accept-language'])),
    );
  if (!token || !shown) return nothing();
  if (part) {
    const file = shown.fileId ? await fileWithBytes(door.database, shown.fileId) : null;
    if (!file) return nothing();
    return sendFileInBox(response, file);
  }
  if (isPersonsLook(request))
    await door.database.transaction((tx) => noteSharedOpening(tx, token, new Date()));
  const file = shown.fileId ? { href: `/c/${token}/file`, name: shown.fileName ?? 'file' } : null;
  sendPublicPage(response, 200, sharedPage({ ...shown, file }));
}
