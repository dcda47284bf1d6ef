import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { newId } from '#kernel/id';
import { keepAttachments } from '#modules/attachments';
import { layAddress, layNeighbours, type Signal } from '#modules/house';
import { importFiles, subjectsOf, takeIn } from '#modules/intake';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { writeDemoFiles } from '../../seed/index.ts';
import { articleVoices, searchGaps } from './data/help.ts';
import { helpRoutes, portalRoutes } from './index.ts';

let fresh: FreshDatabase;
let database: Database;
let host: Host;
let isDemo = false;
let clock = Date.parse('2026-03-02T09:00:00Z');
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  layAddress('https://crm.example');
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
  const now = () => new Date(clock);
  host = await openHost(
    0,
    '127.0.0.1',
    {
      routes: [
        ...helpRoutes(database, now),
        ...portalRoutes({
          database,
          isSecure: false,
          isOurOrigin: ({ headers }) => headers.origin === undefined,
          now,
          asksAMinute: 100,
          showsLetters: async () => isDemo,
        }),
      ],
    },
    { log: silentLog, headers: [] },
  );
  await tell('ana', 'ana@one.example', 'Ana Popescu');
  await tell('bogdan', 'bogdan@two.example', 'Bogdan Ionescu');
});
afterAll(async () => {
  await host?.close();
  await database?.close();
  await fresh?.drop();
});

/** Somebody with a ticket, an answer of ours, a note among colleagues, and a consent. */
async function tell(key: string, email: string, fullName: string): Promise<void> {
  const person = {
    key: `c:${key}`,
    emails: [email],
    profile: { fullName, ownerName: 'Secret Owner', tags: ['secret-tag'], lifecycle: 'secret-stage' },
  };
  const signal = (kind: string, subjectKey: string, body: unknown): Signal => ({
    kind,
    eventId: `${kind} ${subjectKey}`,
    subjectKey,
    at: '2026-03-01T09:00:00Z',
    person,
    body,
  });
  const message = (name: string, body: object) =>
    signal('message', `m:${key}:${name}`, { ticketKey: `t:${key}`, ...body });
  await database.transaction(async (tx) =>
    takeIn(tx, subjectsOf(modules), await ensureSource(tx, 'desk', 'zendesk', 'Desk'), [
      signal('person', `c:${key}`, {}),
      signal('ticket', `t:${key}`, {
        number: `7${key}`,
        subject: `Ticket of ${key}`,
        status: 'open',
        tags: ['secret-tag'],
        priority: 'urgent',
      }),
      message('1', { authorKind: 'customer', text: `Words of ${key}` }),
      message('2', { authorKind: 'agent', authorName: 'Tom', text: `An answer for ${key}` }),
      message('3', {
        authorKind: 'agent',
        authorName: 'Tom',
        isPublic: false,
        text: `A secret note on ${key}`,
      }),
      signal('consent', `k:${key}`, {
        purpose: 'marketing',
        channel: 'email',
        state: 'granted',
        evidence: { optInAt: '2026-02-01T00:00:00Z' },
      }),
    ]),
  );
}

/** The files of a ZIP, by name, as another program reads them. */
async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve());
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        files.set(entry.fileName, await text(stream));
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
  return files;
}

const ask = (
  path: string,
  options: { cookie?: string; form?: Record<string, string>; origin?: string; site?: string } = {},
) =>
  fetch(`http://127.0.0.1:${host.port}${path}`, {
    redirect: 'manual',
    ...(options.form ? { method: 'POST', body: new URLSearchParams(options.form) } : {}),
    headers: {
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...(options.origin ? { origin: options.origin } : {}),
      ...(options.site ? { 'sec-fetch-site': options.site } : {}),
    },
  });
const links = async (email: string) =>
  (
    await database.query<{ body: string }>(
      `SELECT body FROM letter WHERE purpose = 'portal-link' AND to_address = $1 ORDER BY created_at, id`,
      [email],
    )
  ).map(({ body }) => /https:\/\/crm\.example(\/portal\/enter\/[\w-]{43})/.exec(body)![1]!);
const enter = async (email: string): Promise<string> => {
  await ask('/portal', { form: { email } });
  const link = (await links(email)).at(-1)!;
  const answer = await ask(link, { form: {} });
  expect(answer.status).toBe(303);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
};

describe('The way in', () => {
  it('is a link that works once, for twenty minutes, and is not used up by a program that looks at it', async () => {
    const known = await ask('/portal', { form: { email: 'Ana@One.example' } });
    const unknown = await ask('/portal', { form: { email: 'nobody@nowhere.example' } });
    expect(await known.text()).toBe(await unknown.text());
    const [link] = await links('ana@one.example');
    expect(await links('nobody@nowhere.example')).toEqual([]);
    for (let look = 0; look < 3; look += 1) expect((await ask(link!)).status).toBe(200);
    // Our pages tell nobody where they lead from, so a browser posts without an origin, and says itself whether the page was ours.
    expect((await ask(link!, { form: {}, origin: 'null', site: 'cross-site' })).status).toBe(403);
    const entered = await ask(link!, { form: {}, origin: 'null', site: 'same-origin' });
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^ancora-portal=[\w-]{43}; Path=\/; Max-Age=7200; HttpOnly; SameSite=Lax$/,
    );
    expect((await ask(link!, { form: {} })).status).toBe(404);

    await ask('/portal', { form: { email: 'ana@one.example' } });
    const late = (await links('ana@one.example')).at(-1)!;
    clock += 21 * 60_000;
    expect((await ask(late, { form: {} })).status).toBe(404);
    expect((await ask('/portal/enter/guess', { form: {} })).status).toBe(404);
  });

  it('sends three links an hour to one address at most', async () => {
    clock += 3_600_000;
    const before = (await links('bogdan@two.example')).length;
    for (let time = 0; time < 5; time += 1) await ask('/portal', { form: { email: 'bogdan@two.example' } });
    expect((await links('bogdan@two.example')).length - before).toBe(3);
  });

  it('stays shut for a mailbox that two customers share', async () => {
    await tell('dan', 'shared@three.example', 'Dan Radu');
    await tell('elena', 'shared@three.example', 'Elena Toma');
    await ask('/portal', { form: { email: 'shared@three.example' } });
    expect(await links('shared@three.example')).toEqual([]);
  });

  it('goes on while somebody looks, for twelve hours at most', async () => {
    clock += 3_600_000;
    const cookie = await enter('ana@one.example');
    const isIn = async () =>
      (await (await ask('/portal/tickets', { cookie })).text()).includes('Ticket of ana');
    const seen: boolean[] = [];
    for (let hour = 1; hour <= 12; hour += 1) {
      clock += 3_600_000 - 1;
      seen.push(await isIn());
    }
    expect(seen).toEqual(Array.from({ length: 12 }, () => true));
    clock += 60_000;
    expect(await isIn()).toBe(false);
  });

  it('lets somebody who opens the same letter again just go on', async () => {
    clock += 3_600_000;
    await ask('/portal', { form: { email: 'ana@one.example' } });
    const link = (await links('ana@one.example')).at(-1)!;
    const cookie = (await ask(link, { form: {} })).headers.getSetCookie()[0]!.split(';')[0]!;
    const again = await ask(link, { cookie });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/portal/tickets']);
    expect((await ask(link)).status).toBe(404);
  });

  it('is shown instead of mailed in a demo without mail, to those alone who may see all of it', async () => {
    const page = await (await ask('/portal', { form: { email: 'ana@one.example' } })).text();
    expect(page).not.toContain('/portal/enter/');
    isDemo = true;
    const shown = await (await ask('/portal', { form: { email: 'ana@one.example' } })).text();
    isDemo = false;
    const link = /\/portal\/enter\/[\w-]{43}/.exec(shown)![0];
    expect((await ask(link)).status).toBe(200);
  });

  it('ends after two hours, or when somebody leaves', async () => {
    clock += 3_600_000;
    const cookie = await enter('ana@one.example');
    expect(await (await ask('/portal/tickets', { cookie })).text()).toContain('Ticket of ana');
    await ask('/portal/leave', { cookie, form: {} });
    expect(await (await ask('/portal/tickets', { cookie })).text()).not.toContain('Ticket of ana');
    const again = await enter('ana@one.example');
    clock += 121 * 60_000;
    expect(await (await ask('/portal/tickets', { cookie: again })).text()).not.toContain('Ticket of ana');
  });
});

describe('Inside', () => {
  let cookie: string;
  let ticketId: string;
  beforeAll(async () => {
    clock += 3_600_000;
    cookie = await enter('ana@one.example');
    ticketId = /\/portal\/tickets\/([0-9a-f-]{36})/.exec(
      await (await ask('/portal/tickets', { cookie })).text(),
    )![1]!;
  });

  it('nothing of ours and nothing of anybody else leaks, on no page and not in the export', async () => {
    const [other] = await database.query<{ id: string }>(
      `SELECT id FROM ticket WHERE source_key = 't:bogdan'`,
    );
    const paths = [
      '/portal/tickets',
      `/portal/tickets/${ticketId}`,
      `/portal/tickets/${other!.id}`,
      '/portal/preferences',
      '/portal/ask',
      '/portal',
    ];
    const all = (await Promise.all(paths.map(async (path) => (await ask(path, { cookie })).text()))).join(
      '\n',
    );
    expect(all).toContain('An answer for ana');
    expect(all).not.toMatch(/secret/i);
    expect(all).not.toMatch(/bogdan/i);
    expect(all).not.toMatch(/urgent|sentiment|score|remembered|attachment_score|stage|assignee|probability/i);
  });

  it('takes everything of theirs along in one file: words, chats, files as they were sent, and nothing of ours or anybody else’s', async () => {
    await database.transaction(async (tx) => {
      const [message] = await tx.query<{ source_id: string; source_record_id: string; customer_id: string }>(
        `SELECT source_id, source_record_id, customer_id FROM message WHERE source_key = 'm:ana:1'`,
      );
      const { source_id, source_record_id, customer_id } = message!;
      const hung = {
        addedBy: null,
        sourceId: source_id,
        sourceRecordId: source_record_id,
        customerId: customer_id,
      };
      const file = (name: string, messageKey: string) =>
        keepAttachments(
          tx,
          [{ name, saidType: 'text/plain', data: Buffer.from(`Bytes of ${name}`) }],
          { ...hung, messageKey },
          new Date(clock),
        );
      await file('../photo țară.txt', 'm:ana:1');
      await file('secret.txt', 'm:ana:3');
      await file('seal.txt', 'c:ana:1');
      const chat = newId();
      await tx.query(
        `INSERT INTO chat (id, token_hash, language, state, opened_at, last_at, source_record_id, customer_id) VALUES ($1, 'x', 'en', 'ended', $2, $2, $3, $4)`,
        [chat, new Date(clock), source_record_id, customer_id],
      );
      await tx.query(
        `INSERT INTO chat_line (id, chat_id, number, at, author, text, files_key) VALUES ($1, $2, 1, $3, 'visitor', 'A question in the chat', 'c:ana:1')`,
        [newId(), chat, new Date(clock)],
      );
    });
    const answer = await ask('/portal/my-data.zip', { cookie });
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = await unzipped(Buffer.from(await answer.arrayBuffer()));
    const place = 'files/1-photo țară.txt';
    expect([...files.keys()]).toEqual(['my-data.json', place, 'files/2-seal.txt']);
    expect(files.get(place)).toBe('Bytes of ../photo țară.txt');
    const all = files.get('my-data.json')!;
    expect(all).not.toMatch(/secret|bogdan/i);
    expect(all).not.toMatch(/urgent|sentiment|score|remembered|stage|assignee|probability|hash|token/i);
    const data = JSON.parse(all) as {
      tickets: { messages: { text: string; files: string[] }[] }[];
      chats: { lines: object[] }[];
    };
    expect(Object.keys(data).sort()).toEqual([
      'answers',
      'chats',
      'consents',
      'contacts',
      'identifiers',
      'madeAt',
      'orders',
      'profile',
      'reviews',
      'seen',
      'sent',
      'tickets',
    ]);
    expect(data.tickets[0]!.messages).toMatchObject([
      { text: 'Words of ana', files: [place] },
      { text: 'An answer for ana', files: [] },
    ]);
    expect(data.chats[0]!.lines).toMatchObject([
      { text: 'A question in the chat', files: ['files/2-seal.txt'] },
    ]);
    expect(
      await database.query(`SELECT count(*)::int AS times FROM audit_entry WHERE action = 'export-own-data'`),
    ).toEqual([{ times: 1 }]);
  });

  it('tells moments in the zone of the customer or of the house, and in the reader’s own where their browser runs the one script', async () => {
    const answer = await ask(`/portal/tickets/${ticketId}?lang=it`, { cookie });
    expect(await answer.text()).toContain(
      '<time datetime="2026-03-01T09:00:00.000Z">1 mar 2026, 09:00 UTC</time>',
    );
    expect(answer.headers.get('content-security-policy')).toMatch(/ script-src 'sha256-[\w+/=]+';/);
    await database.query(
      `UPDATE customer SET time_zone = 'Europe/Bucharest' WHERE id = (SELECT customer_id FROM ticket WHERE source_key = 't:ana')`,
    );
    const page = await (await ask(`/portal/tickets/${ticketId}?lang=it`, { cookie })).text();
    expect(page).toContain('1 mar 2026, 11:00 EET</time>');
    const still = await ask('/portal/preferences', { cookie });
    expect(still.headers.get('content-security-policy')).not.toContain('script-src');
  });

  it('turns the pages of many tickets, and every one is on one of them', async () => {
    const source = await database.transaction((tx) => ensureSource(tx, 'desk', 'zendesk', 'Desk'));
    await database.transaction(async (tx) =>
      takeIn(
        tx,
        subjectsOf(modules),
        source,
        Array.from(
          { length: 260 },
          (_, place): Signal => ({
            kind: 'ticket',
            eventId: `many ${place}`,
            subjectKey: `many:${place}`,
            at: '2026-02-01T09:00:00Z',
            person: { key: 'c:ana' },
            body: {
              number: `${90_000 + place}`,
              subject: `Matter ${place}`,
              status: place % 2 ? 'solved' : 'open',
            },
          }),
        ),
      ),
    );
    const seen = new Set<string>();
    for (let page = 1; page <= 11; page += 1) {
      const text = await (await ask(`/portal/tickets?show=all&page=${page}`, { cookie })).text();
      for (const [, subject] of text.matchAll(/<strong>(Matter \d+)<\/strong>/g)) seen.add(subject!);
    }
    expect(seen.size).toBe(260);
    const open = await (await ask('/portal/tickets?show=open', { cookie })).text();
    expect(open).toContain('Open 131');
    expect(open).not.toContain('Solved</span>');
    expect((await ask('/portal/tickets?show=all&page=99', { cookie })).status).toBe(200);
    await database.query(`DELETE FROM ticket WHERE source_key LIKE 'many:%'`);
  });

  it('a reply goes into the ticket and wakes it; one into somebody else’s goes nowhere', async () => {
    const [other] = await database.query<{ id: string }>(
      `SELECT id FROM ticket WHERE source_key = 't:bogdan'`,
    );
    await ask(`/portal/tickets/${ticketId}`, { cookie, form: { text: 'It is <b>still</b> broken' } });
    await ask(`/portal/tickets/${other!.id}`, { cookie, form: { text: 'Not mine' } });
    await ask(`/portal/tickets/${ticketId}`, {
      cookie,
      form: { text: 'From elsewhere' },
      origin: 'https://evil.example',
    });
    const late = await ask(`/portal/tickets/${ticketId}`, { form: { text: 'Without a session' } });
    expect(late.status).toBe(401);
    // What somebody wrote when their session was over is given back to them.
    expect(await late.text()).toContain('>Without a session</textarea>');
    const written = await database.query<{ body: string; author_kind: string }>(
      `SELECT body, author_kind FROM message WHERE source_key LIKE 'portal:%'`,
    );
    expect(written).toEqual([{ body: 'It is <b>still</b> broken', author_kind: 'customer' }]);
    const page = await (await ask(`/portal/tickets/${ticketId}`, { cookie })).text();
    expect(page).toContain('&lt;b&gt;still&lt;/b&gt;');
  });

  it('a new question is a ticket of the same customer', async () => {
    const answer = await ask('/portal/ask', {
      cookie,
      form: { subject: 'A second matter', text: 'How long is the guarantee?' },
    });
    expect(await (await ask(answer.headers.get('location')!, { cookie })).text()).toContain(
      'How long is the guarantee?',
    );
    const half = await ask('/portal/ask', { cookie, form: { subject: 'Only <half>', text: ' ' } });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain('value="Only &lt;half&gt;"');
    const [asked] = await database.query<{ channel: string; same: boolean }>(
      `SELECT t.channel, t.customer_id = (SELECT customer_id FROM ticket WHERE source_key = 't:ana') AS same FROM ticket t WHERE t.subject = 'A second matter'`,
    );
    expect(asked).toEqual({ channel: 'web', same: true });
  });

  it('a withdrawal is a new line of the ledger, and nothing in it is changed', async () => {
    const ledger = () =>
      database.query(
        `SELECT purpose, channel, state FROM consent_entry WHERE customer_id = (SELECT customer_id FROM ticket WHERE source_key = 't:ana') ORDER BY at`,
      );
    const before = await ledger();
    await ask('/portal/preferences', {
      cookie,
      form: { purpose: 'marketing', channel: 'email', state: 'withdrawn' },
    });
    await ask('/portal/preferences', {
      cookie,
      form: { purpose: 'made-up', channel: 'email', state: 'granted' },
    });
    expect(await ledger()).toEqual([
      ...before,
      { purpose: 'marketing', channel: 'email', state: 'withdrawn' },
    ]);
  });
});

describe('The help centre', () => {
  it('counts what is looked for in vain without what may be somebody’s own, and keeps what readers say', async () => {
    await ask('/help?q=Hoverboard%20ana@one.example%20+40722000111&lang=en');
    await ask('/help?q=hoverboard&lang=en');
    expect(await database.query('SELECT words, times, found FROM help_search')).toEqual([
      { words: 'hoverboard', times: 2, found: 0 },
    ]);
    expect((await ask(`/help/${newId()}`)).status).toBe(404);
    expect((await ask('/help/%3Cscript%3E')).status).toBe(404);
    const page = await (await ask('/help?q=%3Cscript%3Ealert(1)%3C/script%3E')).text();
    expect(page).not.toContain('<script>');
  });

  it('shows an article in the reader’s language, says where it may be found, and tells its authors what readers missed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-'));
    const { files } = await writeDemoFiles(folder, {
      people: 5,
      seed: 3,
      today: new Date('2026-11-21T00:00:00Z'),
    });
    const paths = files.map(({ path }) => path).filter((path) => path.includes('library'));
    await importFiles(database, modules, { paths, folder });
    await rm(folder, { recursive: true });

    const results = await (await ask('/help?q=Come%20posso%20restituire%20un%20prodotto&lang=it')).text();
    const id = /\/help\/([0-9a-f-]{36})\?lang=it/.exec(results)![1]!;
    const answer = await ask(`/help/${id}?lang=it`);
    const page = await answer.text();
    expect(page).toContain('Restituire qualcosa');
    expect(page).toContain(`<link rel="canonical" href="https://crm.example/help/${id}?lang=it">`);
    expect(page).toContain('hreflang="ro"');
    expect(page).not.toContain('noindex');
    expect(answer.headers.get('x-robots-tag')).toBeNull();
    expect((await ask('/portal')).headers.get('x-robots-tag')).toBe('noindex');

    await ask(`/help/${id}?lang=it`, { form: { helpful: 'yes', comment: '' } });
    await ask(`/help/${id}?lang=it`, { form: { helpful: 'no', comment: 'Who pays for the <i>parcel</i>?' } });
    await ask(`/help/${id}?lang=it`, { form: { helpful: 'perhaps' } });
    // Who says no is asked what was missing; it is added to what they said, once.
    const no = (await ask(`/help/${id}?lang=it`, { form: { helpful: 'no' } })).headers.get('location')!;
    const said = new URL(no, 'http://here').searchParams.get('missed')!;
    expect(await (await ask(no)).text()).toContain(said);
    await ask(`/help/${id}?lang=it`, { form: { said, comment: 'The address' } });
    await ask(`/help/${id}?lang=it`, { form: { said, comment: 'Again' } });
    expect(await articleVoices(database, 5)).toEqual([
      {
        itemId: id,
        title: 'Sending something back: three steps, no forms',
        helpful: 1,
        unhelpful: 2,
        comments: expect.toSatisfy(
          (all: string[]) => [...all].sort().join() === 'The address,Who pays for the <i>parcel</i>?',
        ),
      },
    ]);
    expect((await searchGaps(database, 5)).map(({ words }) => words)).not.toContain(
      'how do i send something back',
    );
  });
});
