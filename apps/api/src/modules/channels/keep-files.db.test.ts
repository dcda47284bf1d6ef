import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layNeighbours } from '#modules/house';
import { subjectsOf } from '#modules/intake';
import { type Database, openDatabase } from '#platform/database';
import { makeEgress } from '#platform/egress';
import type { Viewer } from '#platform/graphql';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { makeVault } from '#platform/vault';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { channelRoutes, saveChannel } from './index.ts';
import { type FileToKeep, keepFile } from './keep-files.ts';

const subjects = subjectsOf(modules);
const admin: Viewer = { kind: 'user', id: null, name: 'Admin', role: 'admin', department: null };
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let fresh: FreshDatabase;
let database: Database;
let host: Host;
/** The provider, and a host of somebody else where it keeps its files. */
let provider: Server;
let store: Server;
let api = '';
let files = '';
let ground: { vault: ReturnType<typeof makeVault>; egress: ReturnType<typeof makeEgress>; address: string };
const asked: { path: string; authorization: string | undefined }[] = [];
const listening = async (server: Server) => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1').once('listening', resolve as () => void));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
  store = createServer((request, response) => {
    asked.push({ path: `store${request.url}`, authorization: request.headers.authorization });
    if (request.url === '/page.png') return response.end('<svg onload="x()" xmlns="x"></svg>');
    response.end(pixel);
  });
  provider = createServer((request, response) => {
    asked.push({ path: request.url!, authorization: request.headers.authorization });
    const path = request.url!;
    if (path === '/media/ok') return response.writeHead(307, { location: `${files}/ok.png` }).end();
    if (path === '/media/page') return response.writeHead(307, { location: `${files}/page.png` }).end();
    if (path === '/media/inner')
      return response.writeHead(307, { location: 'http://169.254.169.254/latest/' }).end();
    if (path === '/media/round') return response.writeHead(307, { location: '/media/round' }).end();
    if (path === '/media/huge') return response.end(Buffer.alloc(10 * 1024 * 1024 + 1));
    if (path === '/media/busy') return response.writeHead(503).end();
    if (path === '/M1')
      return response.end(JSON.stringify({ url: `${api}/bytes`, mime_type: 'image/png', file_size: 67 }));
    if (path === '/M2') return response.end(JSON.stringify({ url: `${api}/bytes`, file_size: '99999999' }));
    if (path === '/bytes') return response.end(pixel);
    response.writeHead(404).end();
  });
  const [providerHost, storeHost] = [await listening(provider), await listening(store)];
  api = `http://${providerHost}`;
  files = `http://${storeHost}`;
  ground = {
    vault: makeVault(Buffer.alloc(32, 7)),
    egress: makeEgress([providerHost, storeHost]),
    address: 'https://crm.example',
  };
  host = await openHost(
    0,
    '127.0.0.1',
    { routes: channelRoutes({ database, subjects, ...ground }) },
    { log: silentLog, headers: [] },
  );
});
afterAll(async () => {
  await host?.close();
  provider?.close();
  store?.close();
  await database?.close();
  await fresh?.drop();
});
beforeEach(() => {
  asked.length = 0;
});

let counter = 0;
const add = async (wish: object) => {
  const kept = await database.transaction((tx) => saveChannel(tx, admin, ground, null, wish, new Date()));
  if (!kept.ok) throw new Error(kept.refusal.message);
  return kept.value.channel.id;
};
const twilio = () =>
  add({
    provider: 'twilio-whatsapp',
    name: 'WhatsApp',
    address: '+390123456789',
    settings: { accountSid: 'AC1', api },
    secrets: { authToken: 'the token' },
  });
/** A message with files, as Twilio tells it; answers with what is to be fetched, as the job gets it. */
async function arrives(id: string, ...paths: [path: string, type: string][]): Promise<FileToKeep[]> {
  const n = ++counter;
  const fields: Record<string, string> = {
    MessageSid: `MM${n}`,
    From: `whatsapp:+40722333${String(100 + n)}`,
    Body: 'Look',
    NumMedia: String(paths.length),
  };
  for (const [place, [path, type]] of paths.entries()) {
    fields[`MediaUrl${place}`] = `${api}${path}`;
    fields[`MediaContentType${place}`] = type;
  }
  const signed = `https://crm.example/channels/${id}${Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('')}`;
  const answer = await fetch(`http://127.0.0.1:${host.port}/channels/${id}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', 'the token').update(signed).digest('base64'),
    },
  });
  expect(answer.status).toBe(200);
  return wantedOf(id);
}
const wantedOf = async (channelId: string) =>
  (
    await database.query<{ payload: FileToKeep }>(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier = 'channels.keep-file' AND j.payload->>'channelId' = $1 ORDER BY j.id`,
      [channelId],
    )
  ).map(({ payload }) => payload);
const keep = (wanted: FileToKeep, isLastTry = false) =>
  keepFile(database, ground, wanted, isLastTry, new Date());
const hungOn = (messageKey: string) =>
  database.query<Record<string, unknown>>(
    `SELECT a.name, a.kind, a.media_type, a.is_lying, a.customer_id = m.customer_id AS theirs
       FROM attachment a JOIN message m ON m.source_id = a.source_id AND m.source_key = a.message_key WHERE a.message_key = $1`,
    [messageKey],
  );

describe('A file that came by a provider', () => {
  it('is fetched with what the provider wants shown, which goes to nobody it redirects to, and hangs on its message once', async () => {
    const [wanted] = await arrives(await twilio(), ['/media/ok', 'image/png']);
    expect(await keep(wanted!)).toBe('kept');
    expect(await keep(wanted!)).toBe('kept');
    expect(await hungOn(wanted!.messageKey)).toEqual([
      { name: 'image-1.png', kind: 'image', media_type: 'image/png', is_lying: false, theirs: true },
    ]);
    const basic = `Basic ${Buffer.from('AC1:the token').toString('base64')}`;
    expect(asked.slice(0, 2)).toEqual([
      { path: '/media/ok', authorization: basic },
      { path: 'store/ok.png', authorization: undefined },
    ]);
  });

  it('that lies about what it is is kept as what it is: no browser opens it', async () => {
    const [wanted] = await arrives(await twilio(), ['/media/page', 'image/png']);
    await keep(wanted!);
    expect(await hungOn(wanted!.messageKey)).toMatchObject([
      { kind: 'active', media_type: 'application/octet-stream', is_lying: true },
    ]);
  });

  it.each([
    ['/media/huge', 'It is larger than 10 MB.'],
    ['/media/gone', 'Its host answers 404.'],
    ['/media/inner', 'What customers write leaves this house by https only.'],
    ['/media/round', 'It is led on and on.'],
  ])('that never comes (%s) is told in a note among colleagues, once', async (path, reason) => {
    const [wanted] = await arrives(await twilio(), [path, 'image/jpeg']);
    expect(await keep(wanted!)).toBe('lost');
    expect(await keep(wanted!)).toBe('lost');
    const notes = await database.query(
      `SELECT m.body, m.is_public FROM message m JOIN ticket t ON t.id = m.ticket_id WHERE t.source_key = $1 AND NOT m.is_public`,
      [wanted!.ticketKey],
    );
    expect(notes).toEqual([{ body: `📎 image-1.jpg: ${reason}`, is_public: false }]);
    expect(await hungOn(wanted!.messageKey)).toEqual([]);
  });

  it('whose host is busy is tried again, and given up with the reason after the last time', async () => {
    const [wanted] = await arrives(await twilio(), ['/media/busy', 'image/jpeg']);
    await expect(keep(wanted!)).rejects.toThrow('503');
    expect(await keep(wanted!, true)).toBe('lost');
  });

  it('of WhatsApp by Meta is asked for twice: where it is, and its bytes; one that is too large only once', async () => {
    const id = await add({
      provider: 'meta-whatsapp',
      name: 'Meta',
      address: '+390123456780',
      settings: { phoneNumberId: '42', api },
      secrets: { appSecret: 's', verifyToken: 'v', accessToken: 'access' },
    });
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: '42' },
                messages: ['M1', 'M2'].map((media) => ({
                  id: `wamid.${media}`,
                  from: '40722333999',
                  type: 'image',
                  image: { id: media, mime_type: 'image/png', caption: 'Broken' },
                })),
              },
            },
          ],
        },
      ],
    });
    const answer = await fetch(`http://127.0.0.1:${host.port}/channels/${id}`, {
      method: 'POST',
      body,
      headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', 's').update(body).digest('hex')}` },
    });
    expect(answer.status).toBe(200);
    const [first, second] = await wantedOf(id);
    expect(await keep(first!)).toBe('kept');
    expect(await hungOn(first!.messageKey)).toMatchObject([{ kind: 'image', theirs: true }]);
    expect(await keep(second!)).toBe('lost');
    expect(asked.map(({ path }) => path)).toEqual(['/M1', '/bytes', '/M2']);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer access']));
  });
});
