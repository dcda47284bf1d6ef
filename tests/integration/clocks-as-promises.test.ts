import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { systemActor } from '../../apps/api/src/modules/access/index.ts';
import { savePolicy } from '../../apps/api/src/modules/clocks/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { mergeCustomers, moveRulesOf } from '../../apps/api/src/modules/identity/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { countPromises } from '../../apps/api/src/modules/promises/count-promises.ts';
import { promisesByCustomer } from '../../apps/api/src/modules/promises/data/promises.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let db: Database;
const subjects = subjectsOf(modules);
const now = Date.now();
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();

beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  db = await openDatabase({ url: fresh.appUrl, entities: modules.flatMap(({ entities }) => entities ?? []) });
  await db.transaction((tx) =>
    savePolicy(tx, systemActor(), null, {
      name: 'Everybody',
      place: 1,
      priorities: [],
      channels: [],
      customerTags: [],
      stages: [],
      firstReplyMinutes: 60,
      nextReplyMinutes: null,
      resolutionMinutes: 600,
      hoursId: null,
    }),
  );
});
afterAll(async () => {
  await db?.close();
  await fresh?.drop();
});

let events = 0;
/** A ticket that came so many minutes ago, was answered and is in a state. */
async function ticket(
  who: string,
  { asked, answered, status = 'open' }: { asked: number; answered?: number; status?: string },
): Promise<string> {
  const n = ++events;
  const person = { key: who, emails: [`${who}@example.org`], profile: { fullName: `${who} Example` } };
  const key = `ticket:${n}`;
  const message = (authorKind: string, minutes: number) => ({
    kind: 'message',
    eventId: `message ${authorKind} ${n}`,
    subjectKey: `message:${authorKind}:${n}`,
    at: ago(minutes),
    person,
    body: { ticketKey: key, authorKind, isPublic: true, text: 'Words' },
  });
  const told = (said: string, minutes: number) => ({
    kind: 'ticket',
    eventId: `ticket ${said} ${n}`,
    subjectKey: key,
    at: ago(minutes),
    person,
    body: { subject: 'It is late', status: said, channel: 'email', openedAt: ago(asked) },
  });
  const tell = (signals: Parameters<typeof takeIn>[3]) =>
    db.transaction(async (tx) =>
      takeIn(tx, subjects, await ensureSource(tx, 'help', 'zendesk', 'Help'), signals),
    );
  const outcomes = await tell([told('new', asked), message('customer', asked)]);
  if (answered !== undefined) await tell([message('agent', answered)]);
  // What was solved before we heard of it promises nothing to anybody.
  if (status !== 'open') await tell([told(status, answered ?? 0)]);
  const [first] = outcomes;
  if (first?.outcome !== 'taken') throw new Error('not taken');
  return first.customerId!;
}
const promisesOf = async (customerId: string) =>
  (await promisesByCustomer(db, [{ customerId, first: 50 }]))[0]!.map(
    ({ serviceLevel, standing, words, subjectType }) => ({ serviceLevel, standing, words, subjectType }),
  );
const clock = (serviceLevel: string, standing: string) => ({
  serviceLevel,
  standing,
  words: 'It is late',
  subjectType: 'Ticket',
});

describe('A clock of a service level', () => {
  it('is a promise to the customer: open while there is time, broken when there is none', async () => {
    expect(await promisesOf(await ticket('ada', { asked: 10 }))).toEqual([
      clock('first-reply', 'open'),
      clock('resolution', 'open'),
    ]);
    expect(await promisesOf(await ticket('bob', { asked: 90 }))).toEqual([
      clock('first-reply', 'broken'),
      clock('resolution', 'open'),
    ]);
  });

  it('was kept or came late by when we answered, whatever the time is now', async () => {
    const kept = await promisesOf(await ticket('cleo', { asked: 300, answered: 250 }));
    expect(kept).toEqual([clock('resolution', 'open'), clock('first-reply', 'kept')]);
    const late = await promisesOf(await ticket('dora', { asked: 300, answered: 200, status: 'solved' }));
    expect(late).toContainEqual(clock('first-reply', 'late'));
    expect(late).toContainEqual(clock('resolution', 'kept'));
  });

  it('owes nothing while the ticket waits for the customer', async () => {
    const waiting = await promisesOf(await ticket('emil', { asked: 300, answered: 250, status: 'pending' }));
    expect(waiting).toEqual([clock('first-reply', 'kept')]);
  });

  it('is counted with the promises of people, by channel, or apart from them', async () => {
    const all = await countPromises(db, {}, new Date());
    expect(all.channels.map(({ channel }) => channel)).toEqual(['email']);
    expect(all.all).toMatchObject({ kept: 3, broken: 2 });
    expect((await countPromises(db, { isServiceLevel: false }, new Date())).all).toMatchObject({
      kept: 0,
      broken: 0,
    });
  });

  it('says of every clock what the clock itself says, with no row of its own', async () => {
    const rows = await db.query<{ state: string; standing: string; n: number }>(
      `SELECT c.state, CASE WHEN p.done_at <= p.due_at THEN 'kept' WHEN p.done_at IS NOT NULL THEN 'late' ELSE 'waits' END AS standing, count(*)::int AS n
         FROM clock c LEFT JOIN given_promise p ON p.id = md5(c.ticket_id::text || c.kind || c.turn::text)::uuid
        GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(rows.map(({ state, standing }) => `${state} ${standing}`)).toEqual([
      'broken late',
      'kept kept',
      'paused waits',
      'running waits',
    ]);
    expect(await db.query('SELECT 1 FROM promise')).toEqual([]);
  });

  it('goes with its ticket when two customers turn out to be one', async () => {
    const [one, other] = [await ticket('finn', { asked: 5 }), await ticket('gaia', { asked: 5 })];
    await db.transaction((tx) =>
      mergeCustomers(tx, { survivorId: one, otherId: other, actor: systemActor() }, moveRulesOf(modules)),
    );
    expect((await promisesOf(one)).length + (await promisesOf(other)).length).toBe(4);
  });
});
