import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { takeMail } from '#modules/channels';
import { layNeighbours } from '#modules/house';
import { subjectsOf } from '#modules/intake';
import { type Database, openDatabase } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import {
  attachmentRoutes,
  attachmentsByMessage,
  hangAttachments,
  releaseAttachments,
  sweepAttachments,
} from './index.ts';

let fresh: FreshDatabase;
let database: Database;
let host: Host;
const people: Record<string, string> = {};
const viewerOf = async (request: IncomingMessage): Promise<Viewer> => {
  const role = String(request.headers['x-role'] ?? '');
  return role
    ? { kind: 'user', id: people[role] ?? null, name: role, role, department: null }
    : { kind: 'anonymous', id: null, name: '', role: 'anonymous', department: null };
};
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
  for (const role of ['agent', 'other', 'marketer']) {
    people[role] = newId();
    await database.query(
      `INSERT INTO app_user (id, email, name, role, created_at) VALUES ($1, $2, $3, 'support-agent', now())`,
      [people[role], `${role}@ours.example`, role],
    );
  }
  host = await openHost(
    0,
    '127.0.0.1',
    {
      routes: attachmentRoutes({
        database,
        viewerOf,
        isOurOrigin: (request) => request.headers.origin !== 'https://evil.example',
        mayRead: (role) => role !== 'marketer',
        mayWrite: (role) => role !== 'marketer',
      }),
    },
    { log: silentLog, headers: [] },
  );
});
afterAll(async () => {
  await host?.close();
  await database?.close();
  await fresh?.drop();
});

const at = (path: string) => `http://127.0.0.1:${host.port}${path}`;
const add = (name: string, body: string | Buffer, role = 'agent', headers: Record<string, string> = {}) =>
  fetch(at(`/attachments?name=${encodeURIComponent(name)}`), {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'x-role': role, ...headers },
  });
const added = async (name: string, body: string | Buffer) =>
  ((await (await add(name, body)).json()) as { id: string }).id;
const get = (id: string, role = 'agent', more = '') =>
  fetch(at(`/attachments/${id}${more}`), { headers: role ? { 'x-role': role } : {} });
const hang = async (ids: string[], role = 'agent') => {
  const message = {
    sourceId: (await database.query<{ id: string }>('SELECT id FROM source LIMIT 1'))[0]!.id,
    sourceKey: `message:${newId()}`,
    sourceRecordId: null,
    customerId: null,
  };
  return {
    message,
    hung: await database.transaction((tx) => hangAttachments(tx, ids, people[role]!, message)),
  };
};
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('Mail with files', () => {
  const take = (parts: string, id: string) => {
    const raw = Buffer.from(
      `From: Ana <ana@files.example>\r\nSubject: See\r\nMessage-ID: <${id}@files.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`,
    );
    return takeMail(database, subjectsOf(modules), {
      mailbox: 'support@ours.example',
      ourAddresses: [],
      raw,
      sizeBytes: raw.length,
      receivedAt: new Date(),
    });
  };
  const part = (type: string, name: string, body: Buffer) =>
    `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body.toString('base64')}\r\n`;
  const words = '--b\r\nContent-Type: text/plain\r\n\r\nIt is broken, see.\r\n';

  it('keeps them on the message, says which lie, and keeps the same bytes once', async () => {
    await take(
      words +
        part('image/png', 'broken.png', pixel) +
        part('image/png', 'again.png', pixel) +
        part('image/png', 'evil.png', Buffer.from('<svg onload="alert(1)"/>')),
      '1',
    );
    const [message] = await database.query<{
      source_id: string;
      source_key: string;
      body: string;
      customer_id: string;
    }>(`SELECT * FROM message WHERE source_key = '<1@files.example>'`);
    expect(message?.body).toBe('It is broken, see.');
    const [files] = await attachmentsByMessage(database, [
      { sourceId: message!.source_id, sourceKey: message!.source_key },
    ]);
    expect(files).toMatchObject([
      { name: 'broken.png', kind: 'image', isLying: false, width: 1, customerId: message!.customer_id },
      { name: 'again.png', kind: 'image' },
      { name: 'evil.png', kind: 'active', isLying: true, mediaType: 'application/octet-stream' },
    ]);
    expect(files![0]!.sha256).toBe(files![1]!.sha256);
    expect((await get(files![2]!.id, 'agent', '/shown')).status).toBe(404);
  });

  it('with a hundred files loses no word, and keeps twenty of them', async () => {
    await take(
      words +
        Array.from({ length: 100 }, (_, n) => part('text/plain', `n${n}.txt`, Buffer.from(`file ${n}`))).join(
          '',
        ),
      '2',
    );
    const [message] = await database.query<{ source_id: string; source_key: string }>(
      `SELECT * FROM message WHERE source_key = '<2@files.example>'`,
    );
    const [files] = await attachmentsByMessage(database, [
      { sourceId: message!.source_id, sourceKey: message!.source_key },
    ]);
    expect(files).toHaveLength(20);
  });
});

describe('A file that a colleague adds', () => {
  it('is theirs alone until it is sent, and then for everybody who may read messages', async () => {
    const id = await added('bill.pdf', '%PDF-1.7 …');
    expect((await get(id)).status).toBe(200);
    expect((await get(id, 'other')).status).toBe(404);
    expect((await hang([id], 'other')).hung).toBe(0);
    expect((await hang([id])).hung).toBe(1);
    expect((await get(id, 'other')).status).toBe(200);
    expect((await get(id, 'marketer')).status).toBe(404);
    expect((await get(id, '')).status).toBe(401);
  });

  it('leaves so that no browser runs it, whatever it is called', async () => {
    for (const [name, body] of [
      ['page.html', '<script>alert(1)</script>'],
      ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['a"\r\nset-cookie: x=1\r\n.html', '<html>'],
      ['фото.png', '<html>'],
    ] as const) {
      const answer = await get(await added(name, body));
      const { headers } = answer;
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(headers.get('set-cookie')).toBeNull();
    }
    const picture = await added('a.png', pixel);
    const shown = await get(picture, 'agent', '/shown');
    expect([
      shown.headers.get('content-type'),
      shown.headers.get('content-disposition')?.split(';')[0],
    ]).toEqual(['image/png', 'inline']);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is refused when it is too large, empty, from a foreign page or of nobody', async () => {
    expect((await add('big.bin', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await add('empty.txt', '')).status).toBe(400);
    expect((await add('a.txt', 'x', 'agent', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await add('a.txt', 'x', 'marketer')).status).toBe(403);
    expect((await add('a.txt', 'x', '')).status).toBe(401);
    expect((await get("x'; DROP TABLE attachment; --")).status).toBe(404);
  });

  it('hangs with all the others or not at all, and comes back when the message is taken back', async () => {
    const [one, two] = [await added('1.txt', 'one'), await added('2.txt', 'two')];
    expect((await hang([one, newId()])).hung).toBe(0);
    const { message, hung } = await hang([two, one]);
    expect(hung).toBe(2);
    expect((await attachmentsByMessage(database, [message]))[0]?.map(({ name }) => name)).toEqual([
      '2.txt',
      '1.txt',
    ]);
    expect((await hang([one])).hung).toBe(0);
    await database.transaction(async (tx) => releaseAttachments(tx, message.sourceKey));
    expect((await hang([one, two])).hung).toBe(2);
  });

  it('is forgotten when it was never sent, and its bytes when nothing hangs on them', async () => {
    const [gone, sent] = [await added('gone.txt', 'forgotten words'), await added('sent.txt', 'sent words')];
    await hang([sent]);
    await database.query(`UPDATE attachment SET added_at = now() - interval '3 days'`);
    await database.query(`UPDATE stored_file SET stored_at = now() - interval '3 days'`);
    expect(await sweepAttachments(database, new Date())).toBeGreaterThan(0);
    expect((await get(gone)).status).toBe(404);
    expect(await (await get(sent)).text()).toBe('sent words');
    expect(await sweepAttachments(database, new Date())).toBe(0);
  });
});
