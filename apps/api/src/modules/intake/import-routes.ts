import { createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isId, newId } from '#kernel/id';
import { mayReadRawRows, recordAudit } from '#modules/access';
import type { Manifest } from '#modules/house';
import type { Database } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { bodyStream, type Route, sendJson } from '#platform/http';
import { addFiles, lookAtFiles } from './add-files.ts';
import { filesById, importsById } from './data/imports.ts';
import { subjectsOf } from './domain/subjects.ts';
import { FileTrouble } from './read-file.ts';
import { rejectedLines } from './rejected-lines.ts';

/** What the routes of imports need. */
export interface ImportDoor {
  database: Database;
  modules: readonly Manifest[];
  /** Says who asks, from their session. */
  viewerOf: (request: IncomingMessage) => Promise<Viewer>;
  /** Whether a browser sent this from one of our own pages. */
  isOurOrigin: (request: IncomingMessage) => boolean;
  /** Folder in which uploaded files are kept. */
  folder: string;
  /** The largest file that is taken, in bytes. */
  fileBytes?: number;
}

const fileBytesAtMost = 4 * 1024 ** 3;

/** `POST /imports/files?name=…` takes a file; `GET /imports/<file>/rejected.csv` gives back what was not taken of it. */
export const importRoutes = (door: ImportDoor): Route[] => [
  {
    method: 'POST',
    path: '/imports/files',
    answer: (request, response, { search }) => takeFile(door, request, response, search),
  },
  {
    method: 'GET',
    path: '/imports/*',
    answer: (request, response, { path }) => giveRejected(door, request, response, path),
  },
];

/** Who is signed in; anybody else has been answered. */
async function signedIn(
  door: ImportDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Viewer | null> {
  response.setHeader('cache-control', 'no-store');
  const viewer = await door.viewerOf(request);
  if (viewer.kind === 'user') return viewer;
  refuse(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
  return null;
}

async function takeFile(
  door: ImportDoor,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> {
  const viewer = await signedIn(door, request, response);
  if (!viewer) return;
  if (!door.isOurOrigin(request))
    return refuse(response, 403, 'FORBIDDEN', 'This comes from a foreign page.');
  const name = nameOf(new URLSearchParams(search).get('name'));
  await mkdir(door.folder, { recursive: true, mode: 0o700 });
  const path = join(door.folder, newId());
  try {
    await pipeline(
      bodyStream(request, { bytes: door.fileBytes ?? fileBytesAtMost }),
      createWriteStream(path, { mode: 0o600 }),
    );
    const subjects = subjectsOf(door.modules);
    const given = [{ path, name, fileTime: new Date().toISOString() }];
    const seen = await lookAtFiles(door.database, subjects, given, door.folder);
    const ids = await door.database.transaction(async (tx) => {
      const added = await addFiles(tx, seen, viewer.id);
      await recordAudit(tx, viewer, {
        action: 'upload-file',
        subjectType: 'ImportFile',
        subjectId: added[0]!,
        details: { files: added.length },
      });
      return added;
    });
    sendJson(response, 201, {
      files: seen.map((file, place) => ({
        id: ids[place],
        name: file.name,
        format: file.format,
        problem: file.problem,
      })),
    });
  } catch (error) {
    await unlink(path).catch(() => undefined);
    if (!(error instanceof FileTrouble)) throw error;
    refuse(response, 422, 'CANNOT_READ', error.message);
  }
}

/** The name of a file without its folders, short enough to show. */
const nameOf = (given: string | null): string =>
  (given ?? '')
    .split(/[/\\]/)
    .pop()!
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200) || 'upload';

async function giveRejected(
  door: ImportDoor,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const viewer = await signedIn(door, request, response);
  if (!viewer) return;
  const id = /^\/imports\/([^/]+)\/rejected\.csv$/.exec(path)?.[1] ?? '';
  const [file] = isId(id) ? await filesById(door.database, [id]) : [];
  const [run] = file ? await importsById(door.database, [file.importId]) : [];
  // Not told apart: a file of somebody else and a file that never was.
  if (!file || !mayReadRawRows(viewer, run?.createdBy ?? null))
    return refuse(response, 404, 'NOT_FOUND', 'There is no such file.');
  await recordAudit(door.database, viewer, {
    action: 'download-rejected',
    subjectType: 'ImportFile',
    subjectId: id,
  });
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', 'attachment; filename="rejected.csv"');
  await pipeline(
    rejectedLines(door.database, file),
    new Transform({ writableObjectMode: true, transform: (line, _, done) => done(null, line) }),
    response,
  );
}

const refuse = (response: ServerResponse, status: number, code: string, message: string): void =>
  sendJson(response, status, { errors: [{ message, extensions: { code } }] });
