import type { IncomingMessage, ServerResponse } from 'node:http';
import { isId } from '#kernel/id';
import { recordAudit } from '#modules/access';
import type { Database } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { BodyRefusal, type Route, readBody, sendFileInBox, sendJson, sendRefusal } from '#platform/http';
import { attachmentsById, dropWaiting, waitingBytes } from './data/attachments.ts';
import { databaseStore } from './data/file-store.ts';
import { type Attachment, bytesAtMost, isShown } from './domain/attachment.ts';
import { keepAttachments } from './keep-attachment.ts';

/** What the routes of attachments need. */
export interface AttachmentDoor {
  database: Database;
  viewerOf: (request: IncomingMessage) => Promise<Viewer>;
  isOurOrigin: (request: IncomingMessage) => boolean;
  /** Whether somebody of this role may read messages, and write some. */
  mayRead: (role: string) => boolean;
  mayWrite: (role: string) => boolean;
}

/** Somebody has that much in hand at most that hangs on nothing. */
const waitingAtMost = 10 * bytesAtMost;

/** `POST /attachments?name=…` takes a file of a composer, `DELETE /attachments/<id>` takes it away again, `GET /attachments/<id>[/shown]` gives one. */
export const attachmentRoutes = (door: AttachmentDoor): Route[] => [
  {
    method: 'POST',
    path: '/attachments',
    answer: (request, response, { search }) => take(door, request, response, search),
  },
  {
    method: 'GET',
    path: '/attachments/*',
    answer: (request, response, { path }) => give(door, request, response, path),
  },
  {
    method: 'DELETE',
    path: '/attachments/*',
    answer: (request, response, { path }) => drop(door, request, response, path),
  },
];

async function writer(door: AttachmentDoor, request: IncomingMessage, response: ServerResponse) {
  const viewer = await door.viewerOf(request);
  if (viewer.kind !== 'user' || !viewer.id) {
    sendRefusal(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    return null;
  }
  if (!door.isOurOrigin(request) || !door.mayWrite(viewer.role)) {
    sendRefusal(response, 403, 'FORBIDDEN', 'You may not add files here.');
    return null;
  }
  return { ...viewer, id: viewer.id };
}

async function take(
  door: AttachmentDoor,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
) {
  const viewer = await writer(door, request, response);
  if (!viewer) return;
  let data: Buffer;
  try {
    data = await readBody(request, { bytes: bytesAtMost, milliseconds: 120_000 });
  } catch (error) {
    if (!(error instanceof BodyRefusal)) throw error;
    response.setHeader('connection', 'close');
    return sendRefusal(
      response,
      error.status,
      error.status === 413 ? 'TOO_LARGE' : 'CANNOT_READ',
      error.message,
    );
  }
  if (data.length === 0) return sendRefusal(response, 400, 'CANNOT_READ', 'The file is empty.');
  if ((await waitingBytes(door.database, viewer.id)) + data.length > waitingAtMost)
    return sendRefusal(response, 429, 'TOO_LARGE', 'You have too much in hand that was not sent.');
  const name = new URLSearchParams(search).get('name');
  const saidType = String(request.headers['x-file-type'] ?? '') || null;
  const [kept] = await door.database.transaction((tx) =>
    keepAttachments(
      tx,
      [{ name, saidType, data }],
      { addedBy: viewer.id, sourceId: null, messageKey: null, sourceRecordId: null, customerId: null },
      new Date(),
    ),
  );
  const { id, kind, bytes, isLying } = kept!;
  sendJson(response, 201, { id, name: kept!.name, kind, bytes, isLying });
}

async function drop(door: AttachmentDoor, request: IncomingMessage, response: ServerResponse, path: string) {
  const viewer = await writer(door, request, response);
  if (!viewer) return;
  const id = path.slice('/attachments/'.length);
  const dropped = isId(id) && (await door.database.transaction((tx) => dropWaiting(tx, id, viewer.id)));
  if (!dropped) return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such file.');
  sendJson(response, 200, { dropped: true });
}

/** Whether somebody may have a file: what is not sent yet is its writer's alone. */
const mayHave = (file: Attachment, viewer: Viewer, mayRead: boolean): boolean =>
  file.messageKey === null ? file.addedBy === viewer.id : mayRead;

async function give(door: AttachmentDoor, request: IncomingMessage, response: ServerResponse, path: string) {
  const viewer = await door.viewerOf(request);
  if (viewer.kind !== 'user') return sendRefusal(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  const [, id = '', shown] = /^\/attachments\/([^/]+)(\/shown)?$/.exec(path) ?? [];
  const [file] = isId(id) ? await attachmentsById(door.database, [id]) : [null];
  // Who may not read it is not told that it is there.
  if (!file || !mayHave(file, viewer, door.mayRead(viewer.role)) || (shown && !isShown(file)))
    return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such file.');
  const data = await databaseStore.read(door.database, file.sha256);
  if (!data) return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such file.');
  if (!shown)
    await recordAudit(door.database, viewer, {
      action: 'download-attachment',
      subjectType: 'AttachedFile',
      subjectId: file.id,
      ...(file.customerId ? { customerId: file.customerId } : {}),
      details: { bytes: file.bytes, mediaType: file.mediaType },
    });
  sendFileInBox(response, { ...file, data }, Boolean(shown));
}
