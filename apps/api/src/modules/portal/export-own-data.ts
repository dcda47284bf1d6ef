import { groupBy } from '#kernel/batch';
import { type ZipEntry, zip } from '#kernel/zip';
import { databaseStore } from '#modules/attachments';
import type { Database } from '#platform/database';
import { ownConsents, ownTickets } from './data/own.ts';
import { allOwnFiles, allOwnMessages, type OwnFile, ownRecords } from './data/own-export.ts';

const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120) || 'file';

/**
 * All that we keep of a customer and with them, as they may take it along (a ZIP: `my-data.json` and the files that it names); nothing that
 * we think of them, and nothing of anybody else.
 */
export async function exportOwnData(
  database: Database,
  customerId: string,
  now: Date,
): Promise<AsyncGenerator<Buffer, void, void>> {
  const [records, { tickets }, messages, files, consents] = await Promise.all([
    ownRecords(database, customerId),
    ownTickets(database, customerId, { show: 'all', page: 1, first: 1_000_000 }),
    allOwnMessages(database, customerId),
    allOwnFiles(database, customerId),
    ownConsents(database, customerId),
  ]);
  const placeOf = new Map(files.map((file, at) => [file.id, `files/${at + 1}-${safeName(file.name)}`]));
  const hanging = groupBy(files, ({ messageKey }) => messageKey);
  const filesOf = (key: string | null | undefined) =>
    (key ? (hanging.get(key) ?? []) : []).map(({ id }) => placeOf.get(id));
  const saidIn = groupBy(messages, ({ ticketId }) => ticketId);
  const data = {
    madeAt: now,
    ...records,
    chats: records.chats.map((chat) => ({
      ...chat,
      lines: chat.lines.map(({ filesKey, ...line }) => ({ ...line, files: filesOf(filesKey) })),
    })),
    tickets: tickets.map(({ id, number, subject, status, description, openedAt }) => ({
      number,
      subject,
      status,
      description,
      openedAt,
      messages: (saidIn.get(id) ?? []).map(({ authorKind, body, at, sourceKey }) => ({
        from: authorKind,
        text: body,
        at,
        files: filesOf(sourceKey),
      })),
    })),
    consents: consents.map(({ purpose, channel, state, at, wording }) => ({
      purpose,
      channel,
      state,
      at,
      wording,
    })),
  };
  const json = { name: 'my-data.json', data: Buffer.from(JSON.stringify(data, null, 2)), at: now };
  return zip(entries(database, json, files, placeOf));
}

async function* entries(
  database: Database,
  json: ZipEntry,
  files: readonly OwnFile[],
  placeOf: ReadonlyMap<string, string>,
): AsyncGenerator<ZipEntry, void, void> {
  yield json;
  for (const { id, sha256, addedAt } of files) {
    const data = await databaseStore.read(database, sha256);
    if (data) yield { name: placeOf.get(id)!, data, at: addedAt };
  }
}
