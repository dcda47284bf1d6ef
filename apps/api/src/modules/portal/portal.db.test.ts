import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
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
      '/portal/export.json',
      '/portal',
    ];
    const all = (await Promise.all(paths.map(async (path) => (await ask(path, { cookie })).text()))).join(
      '\n',
    );
    expect(all).toContain('An answer for ana');
    expect(all).not.toMatch(/secret/i);
    expect(all).not.toMatch(/bogdan/i);
    expect(all).not.toMatch(/urgent|sentiment|score|remembered|attachment_score|stage|assignee|probability/i);
    const exported = JSON.parse(await (await ask('/portal/export.json', { cookie })).text()) as Record<
      string,
      unknown
    >;
    expect(Object.keys(exported).sort()).toEqual([
      'answers',
      'consents',
      'identifiers',
      'language',
      'madeAt',
      'name',
      'orders',
      'tickets',
    ]);
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
    await ask(`/portal/tickets/${ticketId}`, { form: { text: 'Without a session' } });
    const written = await database.query<{ body: string; author_kind: string }>(
      `SELECT body, author_kind FROM message WHERE source_key LIKE 'portal:%'`,
    );
    expect(written).toEqual([{ body: 'It is <b>still</b> broken', author_kind: 'customer' }]);
    const page = await (await ask(`/portal/tickets/${ticketId}`, { cookie })).text();
    expect(page).toContain('&lt;b&gt;still&lt;/b&gt;');
  });

  it('a new question is a ticket of the same customer', async () => {
    await ask('/portal/tickets', {
      cookie,
      form: { subject: 'A second matter', text: 'How long is the guarantee?' },
    });
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
    expect(await articleVoices(database, 5)).toEqual([
      {
        itemId: id,
        title: 'Sending something back: three steps, no forms',
        helpful: 1,
        unhelpful: 1,
        comments: ['Who pays for the <i>parcel</i>?'],
      },
    ]);
    expect((await searchGaps(database, 5)).map(({ words }) => words)).not.toContain(
      'how do i send something back',
    );
  });
});
