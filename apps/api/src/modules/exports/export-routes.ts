import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isId } from '#kernel/id';
import { maskText, recordAudit } from '#modules/access';
import { atOneMoment, type Database } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { type Route, sendRefusal } from '#platform/http';
import { listExportById } from './data/list-exports.ts';
import { listColumns } from './domain/list-columns.ts';
import { type ListExport, mayFetch, toldOf } from './domain/list-export.ts';
import { countLines, type LeavingColumn, listLines } from './list-lines.ts';

/** What the route of exports needs. */
export interface ExportDoor {
  database: Database;
  viewerOf: (request: IncomingMessage) => Promise<Viewer>;
  /** Whether somebody of this role may take lists with them. */
  mayTake: (role: string) => boolean;
  /** How a field may leave in a file of a role. */
  ofTaking: (role: string, type: string, field: string) => 'allow' | 'mask' | 'deny';
}

/** Each holds a connection for as long as its reader takes: the others are for everybody else. */
const atOnce = 3;
const patienceMs = 60_000;

/** The columns that may leave with somebody of a role. */
export const columnsFor = (role: string, ofTaking: ExportDoor['ofTaking']): LeavingColumn[] =>
  listColumns.flatMap((column) => {
    const verdict = ofTaking(role, ...column.field);
    return verdict === 'deny' ? [] : [{ column, mask: verdict === 'mask' ? maskText : null }];
  });

/** `GET /exports/<id>/customers.csv` gives the list that `exportCustomers` was asked for, to who asked. */
export function exportRoutes(door: ExportDoor): Route[] {
  let open = 0;
  return [
    {
      method: 'GET',
      path: '/exports/*',
      async answer(request, response, { path }) {
        const found = await findAsked(door, request, response, path);
        if (!found) return;
        if (open >= atOnce) {
          response.setHeader('retry-after', '30');
          return sendRefusal(response, 429, 'NOT_NOW', 'Other lists are leaving. Try again in a moment.');
        }
        open += 1;
        try {
          await give(door, response, found.viewer, found.asked);
        } finally {
          open -= 1;
        }
      },
    },
  ];
}

/** Who asks for which list; anybody who may not has been answered. */
async function findAsked(
  door: ExportDoor,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<{ viewer: Viewer; asked: ListExport } | null> {
  response.setHeader('cache-control', 'no-store');
  const viewer = await door.viewerOf(request);
  if (viewer.kind !== 'user') {
    sendRefusal(response, 401, 'UNAUTHENTICATED', 'Sign in first.');
    return null;
  }
  if (!door.mayTake(viewer.role)) {
    sendRefusal(response, 403, 'FORBIDDEN', 'Your role may not take lists of customers with it.');
    return null;
  }
  const id = /^\/exports\/([^/]+)\/customers\.csv$/.exec(path)?.[1] ?? '';
  const asked = isId(id) ? await listExportById(door.database, id) : null;
  // Not told apart: somebody else's list, one that was asked for too long ago, and one that never was.
  if (!asked || !mayFetch(asked, viewer, new Date())) {
    sendRefusal(response, 404, 'NOT_FOUND', 'There is no such file. Ask for the list again.');
    return null;
  }
  return { viewer, asked };
}

async function give(door: ExportDoor, response: ServerResponse, viewer: Viewer, asked: ListExport) {
  const columns = columnsFor(viewer.role, door.ofTaking);
  await atOneMoment(door.database, async (moment) => {
    const rows = await countLines(moment, asked);
    // Written down before the first of them leaves: what breaks off in the middle has left as well.
    await recordAudit(door.database, viewer, {
      action: 'export-customers',
      details: toldOf(
        asked,
        rows,
        columns.map(({ column }) => column.name),
      ),
    });
    // Whoever stops reading would hold one of the few places, and what PostgreSQL keeps for this moment.
    response.setTimeout(patienceMs, () => response.destroy());
    const day = new Date().toISOString().slice(0, 10);
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="customers-${day}.csv"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    });
    await pipeline(listLines(moment, asked, columns, asked.language), response);
  });
}
