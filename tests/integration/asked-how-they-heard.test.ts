import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { systemActor } from '../../apps/api/src/modules/access/index.ts';
import { chatRoutes } from '../../apps/api/src/modules/chat/index.ts';
import { layAddress, layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { carryLetters, type Letter } from '../../apps/api/src/modules/outbox/index.ts';
import { portalRoutes } from '../../apps/api/src/modules/portal/index.ts';
import { takeBackHeardOf } from '../../apps/api/src/modules/reviews/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import {
  askCustomers,
  noticeOccasions,
  saveSurvey,
  surveyRoutes,
} from '../../apps/api/src/modules/surveys/index.ts';
import { type Host, openHost } from '../../apps/api/src/platform/http/index.ts';
import { silentLog } from '../../apps/api/src/platform/log/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let host: Host;
let chat: Awaited<ReturnType<typeof chatRoutes>>;
const now = () => new Date('2026-03-02T09:00:00Z');

beforeAll(async () => {
  world = await testWorld();
  layNeighbours(modules);
  layAddress('https://crm.example/');
  chat = await chatRoutes({ database: world.database, subjects: subjectsOf(modules) });
  const ground = { database: world.database, isSecure: false, isOurOrigin: () => true, now };
  host = await openHost(
    0,
    '127.0.0.1',
    { routes: [...chat.routes, ...portalRoutes(ground), ...surveyRoutes(world.database)] },
    { log: silentLog, headers: [] },
  );
});
afterAll(async () => {
  await chat?.close();
  await host?.close();
  await world?.close();
});

const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  world.database.query<Row>(text, values);
const at = (path: string) => `http://127.0.0.1:${host.port}${path}`;
const said = async (customerId: string) =>
  await sql<{ way: string; words: string | null; via: string }>(
    'SELECT way, words, via FROM heard_of WHERE customer_id = $1',
    [customerId],
  );
const acts = async (customerId: string) =>
  (
    await sql<{ said: string }>(
      `SELECT action || ' by ' || actor_name AS said FROM audit_entry WHERE customer_id = $1 AND action LIKE '%heard-of' ORDER BY at, id`,
      [customerId],
    )
  ).map((act) => act.said);

/** Somebody with a solved ticket. */
async function somebody(name: string, solvedAt = '2026-03-01T09:00:00Z', language = 'en'): Promise<string> {
  const [outcome] = await world.database.transaction(async (tx) =>
    takeIn(tx, subjectsOf(modules), await ensureSource(tx, 'desk', 'zendesk', 'Desk'), [
      {
        kind: 'ticket',
        eventId: `ticket ${name}`,
        subjectKey: `t:${name}`,
        at: solvedAt,
        person: {
          key: name,
          emails: [`${name}@example.org`],
          profile: { fullName: `${name} Rus`, language },
        },
        body: { subject: 'Late', status: 'solved', channel: 'email' },
      },
    ]),
  );
  if (outcome?.outcome !== 'taken') throw new Error('not taken');
  return outcome.customerId!;
}

/** A browser of somebody who is in the portal. */
async function inPortal(customerId: string) {
  const secret = randomBytes(16).toString('hex');
  await sql(
    `INSERT INTO portal_pass (id, kind, token_hash, email, created_at, expires_at, source_record_id, customer_id)
     SELECT $1, 'session', $2, '', $3::timestamptz, $3::timestamptz + interval '1 hour', id, customer_id FROM source_record WHERE customer_id = $4 LIMIT 1`,
    [newId(), createHash('sha256').update(secret).digest('hex'), now(), customerId],
  );
  const headers = { cookie: `ancora-portal=${secret}` };
  return {
    look: async () => (await fetch(at('/portal/tickets'), { headers })).text(),
    answer: (form: Record<string, string>) =>
      fetch(at('/portal/heard-of'), {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
        redirect: 'manual',
      }),
  };
}

describe('A customer in the portal', () => {
  it('is asked once how they heard of us; what they say is theirs, and they are never asked again', async () => {
    const ana = await somebody('ana');
    const portal = await inPortal(ana);
    expect(await portal.look()).toContain('How did you hear of us?');
    const empty = await portal.answer({ do: 'say' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Please choose one of the answers.');
    expect((await portal.answer({ do: 'say', way: 'magic' })).status).toBe(422);
    expect(await said(ana)).toEqual([]);

    const kept = await portal.answer({ do: 'say', way: 'press', words: 'A podcast about kitchens' });
    expect([kept.status, kept.headers.get('location')]).toEqual([303, '/portal/tickets?heard']);
    expect(await said(ana)).toEqual([{ way: 'press', words: 'A podcast about kitchens', via: 'portal' }]);
    expect(await acts(ana)).toEqual(['say-heard-of by Customer portal']);
    expect(await portal.look()).not.toContain('How did you hear of us?');
    // From a page that was open in another window: the first word stands.
    await portal.answer({ do: 'say', way: 'shop' });
    expect(await said(ana)).toHaveLength(1);
    const told = await sql(`SELECT 1 FROM timeline_entry WHERE customer_id = $1 AND kind = 'heard-of-us'`, [
      ana,
    ]);
    expect(told).toHaveLength(1);
  });

  it('who would rather not say is left in peace, here and everywhere else, and nothing is counted', async () => {
    const ion = await somebody('ion');
    const portal = await inPortal(ion);
    expect((await portal.answer({ do: 'skip' })).headers.get('location')).toBe('/portal/tickets');
    expect(await portal.look()).not.toContain('How did you hear of us?');
    expect(await said(ion)).toEqual([]);
    expect(await acts(ion)).toEqual(['skip-heard-of by Customer portal']);
    await portal.answer({ do: 'skip' });
    expect(await sql('SELECT via FROM heard_of_skip WHERE customer_id = $1', [ion])).toEqual([
      { via: 'portal' },
    ]);
  });

  it('may be asked again where a colleague took back what was written down', async () => {
    const zoe = await somebody('zoe', undefined, 'fr');
    const portal = await inPortal(zoe);
    await portal.answer({ do: 'say', way: 'search' });
    await world.database.transaction((tx) => takeBackHeardOf(tx, systemActor(), zoe));
    expect(await portal.look()).toContain('Comment nous avez-vous connus');
  });
});

describe('Whoever answers a survey', () => {
  const solvedAt = new Date(Date.now() - 3 * 3_600_000);
  const later = (hours: number) => new Date(solvedAt.getTime() + hours * 3_600_000);
  const letters: Letter[] = [];
  const carrier = {
    channel: 'email',
    carry: async (letter: Letter) => {
      letters.push(letter);
      return { outcome: 'sent' as const };
    },
  };
  /** The page of the question that a letter leads to. */
  async function asked(name: string, asksHeardOf: boolean) {
    await sql('UPDATE survey SET removed_at = now()');
    await world.database.transaction((tx) =>
      saveSurvey(
        tx,
        systemActor(),
        null,
        {
          name: 'After',
          occasion: 'ticket-solved',
          instrument: 'csat',
          delayMinutes: 60,
          isActive: true,
          asksHeardOf,
        },
        later(-1),
      ),
    );
    const id = await somebody(name, solvedAt.toISOString());
    await noticeOccasions(world.database, later(0.1));
    await askCustomers(world.database, later(2));
    letters.length = 0;
    await carryLetters(world.database, [carrier], () => later(2.1));
    const [path] = /\/s\/[\w-]{43}/.exec(letters.find(({ toAddress }) => toAddress.startsWith(name))!.body)!;
    return {
      id,
      post: (to: string, form: Record<string, string>) =>
        fetch(at(`${path}${to}`), { method: 'POST', body: new URLSearchParams(form) }),
    };
  }

  it('is then asked how they heard of us, where the survey wishes it, and not before they answered', async () => {
    const { id, post } = await asked('maria', true);
    await post('/heard', { do: 'say', way: 'event' });
    expect(await said(id)).toEqual([]);
    expect(await (await post('', { value: '5' })).text()).toContain('How did you hear of us?');
    expect((await post('/heard', { do: 'say' })).status).toBe(422);
    expect(await (await post('/heard', { do: 'say', way: 'event' })).text()).toContain(
      'We will not ask again',
    );
    expect(await said(id)).toMatchObject([{ way: 'event', via: 'survey' }]);
    expect(await (await post('', { value: '4' })).text()).not.toContain('How did you hear of us?');
  });

  it('is not, where the survey does not', async () => {
    const { id, post } = await asked('dan', false);
    expect(await (await post('', { value: '5' })).text()).not.toContain('How did you hear of us?');
    await post('/heard', { do: 'say', way: 'event' });
    expect(await said(id)).toEqual([]);
  });
});

describe('A visitor in the chat window', () => {
  interface News {
    token: string;
    heardOf: object | null;
  }
  const post = async <Value = unknown>(path: string, body: object) => {
    const response = await fetch(at(`/chat/${path}`), { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Value };
  };
  /** A conversation that a person has solved. */
  async function talked() {
    const { token } = (await post<News>('open', { language: 'en' })).body;
    await post('say', { token, lineId: newId(), text: 'Is there anybody?' });
    await post('person', { token, name: 'Nora Visitor', email: `${newId()}@visitor.example` });
    const [row] = await sql<{ number: number; customer_id: string }>(
      'SELECT number, customer_id FROM chat ORDER BY number DESC LIMIT 1',
    );
    const asks = async () => (await post<News>('listen', { token, after: 0 })).body.heardOf !== null;
    expect(await asks()).toBe(false);
    expect((await post('heard', { token, way: 'shop' })).status).toBe(404);
    await sql(`UPDATE chat SET state = 'with-person' WHERE number = $1`, [row!.number]);
    await sql(`UPDATE ticket SET status = 'solved' WHERE source_key = $1`, [`chat:C${row!.number}`]);
    expect(await asks()).toBe(true);
    return { token, customerId: row!.customer_id, asks };
  }

  it('is asked when the conversation is over, answers there, and is not asked again', async () => {
    const { token, customerId, asks } = await talked();
    expect((await post('heard', { token, way: 'nonsense' })).status).toBe(400);
    expect((await post('heard', { token, way: 'recommendation', words: 'My sister' })).status).toBe(200);
    expect(await said(customerId)).toEqual([{ way: 'recommendation', words: 'My sister', via: 'chat' }]);
    expect(await acts(customerId)).toEqual(['say-heard-of by Web chat']);
    expect(await asks()).toBe(false);
  });

  it('passes the question over with one press', async () => {
    const { token, customerId, asks } = await talked();
    expect((await post('heard', { token, way: null })).status).toBe(200);
    expect(await said(customerId)).toEqual([]);
    expect(await asks()).toBe(false);
  });
});
