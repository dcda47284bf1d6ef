import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#modules/access';
import { layAddress, layNeighbours } from '#modules/house';
import { subjectsOf, takeIn } from '#modules/intake';
import { type Carrier, carryLetters, type Letter } from '#modules/outbox';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { answerInvitation, askCustomers, leaveSurveys, noticeOccasions, saveSurvey } from './index.ts';

let fresh: FreshDatabase;
let database: Database;
const subjects = subjectsOf(modules);
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  layAddress('https://crm.example.org/');
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const hourMs = 3_600_000;
let clock = Date.parse('2020-03-02T09:00:00Z');
let counter = 0;
beforeEach(async () => {
  clock += 90 * 24 * hourMs;
  await database.query(`UPDATE survey SET removed_at = now() WHERE removed_at IS NULL`);
});
const at = (hours = 0) => new Date(clock + hours * hourMs);

const tell = (signals: Parameters<typeof takeIn>[3], key = 'help') =>
  database.transaction(async (tx) =>
    takeIn(tx, subjects, await ensureSource(tx, key, 'zendesk', 'Help'), signals),
  );

/** A customer whose ticket is solved at `hours`. */
async function solved(
  hours: number,
  more: {
    who?: string;
    channel?: string;
    language?: string;
    status?: string;
    ticket?: string;
    email?: boolean;
  } = {},
) {
  const n = ++counter;
  const who = more.who ?? `person${n}`;
  const ticket = more.ticket ?? `ticket:${n}`;
  const body = { subject: 'Late', status: more.status ?? 'solved', channel: more.channel ?? 'email' };
  const [outcome] = await tell([
    {
      kind: 'ticket',
      eventId: `event ${n}`,
      subjectKey: ticket,
      at: at(hours).toISOString(),
      person: {
        key: who,
        ...(more.email === false ? {} : { emails: [`${who}@example.org`] }),
        profile: { fullName: `${who} Example`, givenName: who, language: more.language ?? 'en' },
      },
      body,
    },
  ]);
  if (outcome?.outcome !== 'taken') throw new Error('not taken');
  return { who, ticket, customerId: outcome.customerId! };
}

const usual = {
  name: 'After a ticket',
  occasion: 'ticket-solved',
  instrument: 'csat',
  delayMinutes: 60,
  isActive: true,
} as const;
const survey = async (more: Record<string, unknown> = {}, when = at(-1)) => {
  const outcome = await database.transaction((tx) =>
    saveSurvey(tx, systemActor(), null, { ...usual, ...more }, when),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
};

const letters: Letter[] = [];
const post: Carrier = {
  channel: 'email',
  async carry(letter) {
    letters.push(letter);
    return letter.toAddress.startsWith('gone')
      ? { outcome: 'failed', reason: 'No such user' }
      : { outcome: 'sent' };
  },
};
/** A minute of the house: what is worth a question is noticed, asked and carried. */
async function pass(hours: number): Promise<Letter[]> {
  letters.length = 0;
  await noticeOccasions(database, at(hours));
  await askCustomers(database, at(hours));
  await carryLetters(database, [post], () => new Date(at(hours).getTime() + 11_000));
  return [...letters];
}
const invitationOf = async (customerId: string) =>
  (
    await database.query<Record<string, unknown> & { id: string }>(
      'SELECT * FROM survey_invitation WHERE customer_id = $1 ORDER BY happened_at DESC, id DESC LIMIT 1',
      [customerId],
    )
  )[0]!;
const say = (id: string, value: number, comment: string | null = null, hours = 2) =>
  database.transaction((tx) => answerInvitation(tx, id, { value, comment }, at(hours)));

describe('A survey after a solved ticket', () => {
  it('asks once, after its delay, in the customer’s language, and says how to get no more', async () => {
    await survey();
    const { customerId } = await solved(0, { language: 'it' });
    expect(await pass(0.5)).toEqual([]);
    const [letter, ...others] = await pass(1);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ purpose: 'survey', language: 'it', subject: 'Com’è andata?', customerId });
    expect(letter?.body).toMatch(/https:\/\/crm\.example\.org\/s\/[\w-]{43}\?v=5\n/);
    expect(letter?.unsubscribeUrl).toMatch(/^https:\/\/crm\.example\.org\/s\/[\w-]{43}\/leave$/);
    expect(await pass(2)).toEqual([]);
    expect(await invitationOf(customerId)).toMatchObject({ state: 'asked', via: 'email' });
  });

  it('asks about nothing that happened before it was switched on, and nothing while it is off', async () => {
    await survey({}, at(1));
    const { customerId } = await solved(0);
    await survey({ name: 'Off', isActive: false });
    await pass(3);
    expect(await invitationOf(customerId)).toBeUndefined();
  });

  it('lets people rest: who was asked within thirty days is not asked again, and it is known why', async () => {
    await survey();
    const { who, customerId } = await solved(0);
    await pass(1);
    await solved(24, { who });
    expect(await pass(26)).toEqual([]);
    expect(await invitationOf(customerId)).toMatchObject({ state: 'silent', silence: 'asked-lately' });
    await solved(31 * 24, { who });
    expect(await pass(31 * 24 + 2)).toHaveLength(1);
  });

  it('does not ask about what was opened again before its time came', async () => {
    await survey();
    const { who, ticket, customerId } = await solved(0);
    await noticeOccasions(database, at(0.1));
    await solved(0.2, { who, ticket, status: 'open' });
    expect(await pass(1)).toEqual([]);
    expect(await invitationOf(customerId)).toMatchObject({ state: 'silent', silence: 'reopened' });
  });

  it('does not ask whoever had a ticket that turned out to be somebody else’s, but whose it is', async () => {
    await survey();
    const { ticket, customerId } = await solved(0);
    await pass(0.5);
    const now = await solved(0.6, { ticket });
    const asked = await pass(2);
    expect(asked.map((letter) => letter.customerId)).toEqual([now.customerId]);
    expect(await invitationOf(customerId)).toMatchObject({ state: 'silent', silence: 'somebody-elses' });
  });

  it('uses the survey of the channel before that of all others', async () => {
    await survey();
    await survey({ name: 'Chat', channel: 'chat', look: 'thumbs', asksWhy: false });
    const { customerId } = await solved(0, { channel: 'messaging' });
    await pass(1);
    expect(await invitationOf(customerId)).toMatchObject({
      channel: 'chat',
      look: 'thumbs',
      asks_why: false,
    });
  });

  it('that never arrives does not count as asked', async () => {
    await survey();
    const { customerId } = await solved(0, { who: `gone${++counter}` });
    await pass(1);
    expect(await invitationOf(customerId)).toMatchObject({ state: 'silent', silence: 'not-delivered' });
    expect(await database.query('SELECT 1 FROM survey_answer WHERE customer_id = $1', [customerId])).toEqual(
      [],
    );
  });

  it('that cannot be asked now waits an hour, and keeps nobody else from being asked', async () => {
    await survey();
    const [broken, other] = [await solved(0), await solved(0.1)];
    await noticeOccasions(database, at(0.2));
    const owner = new pg.Client(fresh.ownerUrl);
    await owner.connect();
    await owner.query(
      `CREATE FUNCTION no_letter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.customer_id = '${broken.customerId}' THEN RAISE EXCEPTION 'no room'; END IF; RETURN NEW; END $$`,
    );
    await owner.query(
      'CREATE TRIGGER no_letter BEFORE INSERT ON letter FOR EACH ROW EXECUTE FUNCTION no_letter()',
    );
    await expect(askCustomers(database, at(2))).rejects.toThrow('no room');
    expect(await invitationOf(broken.customerId)).toMatchObject({ state: 'waiting', due_at: at(3) });
    expect(await invitationOf(other.customerId)).toMatchObject({ state: 'leaving' });
    await owner.query('DROP TRIGGER no_letter ON letter');
    await owner.end();
    expect((await pass(3)).map(({ customerId }) => customerId).sort()).toEqual(
      [broken.customerId, other.customerId].sort(),
    );
  });

  it('that needs consent asks only those who gave it with proof', async () => {
    await survey({ needsConsent: true });
    const silent = await solved(0);
    const agreed = await solved(0);
    await tell([
      {
        kind: 'consent',
        eventId: `agreed ${agreed.who}`,
        subjectKey: `consent:${agreed.who}`,
        at: at(-2).toISOString(),
        person: { key: agreed.who },
        body: { purpose: 'survey', channel: 'email', state: 'granted', wording: 'Ask me.' },
      },
    ]);
    expect((await pass(1)).map(({ customerId }) => customerId)).toEqual([agreed.customerId]);
    expect(await invitationOf(silent.customerId)).toMatchObject({ silence: 'not-agreed' });
  });
});

describe('An answer to it', () => {
  it('is an answer of the customer about that ticket, on the timeline and in what they lived', async () => {
    await survey();
    const { customerId } = await solved(0);
    await pass(1);
    const asked = await invitationOf(customerId);
    expect((await say(asked.id, 2, 'Nobody called back')).ok).toBe(true);
    const [answer] = await database.query(
      'SELECT instrument, channel, value, comment, subject_type, subject_id, asked_at, answered_at FROM survey_answer WHERE customer_id = $1',
      [customerId],
    );
    expect(answer).toMatchObject({
      instrument: 'csat',
      channel: 'email',
      value: 2,
      comment: 'Nobody called back',
      subject_type: 'Ticket',
      subject_id: asked.subject_id,
      answered_at: at(2),
    });
    const told = await database.query(
      'SELECT kind, title FROM timeline_entry WHERE customer_id = $1 ORDER BY at',
      [customerId],
    );
    expect(told.at(-1)).toEqual({ kind: 'answer-given', title: 'Answered: 2 of 5, satisfied' });
    const lived = await database.query<{
      subject_type: string;
      moments: { kind: string; v: number | null }[];
    }>('SELECT subject_type, moments FROM lived_interaction WHERE customer_id = $1', [customerId]);
    expect(lived.map(({ subject_type }) => subject_type)).toEqual(['Ticket']);
    expect(lived[0]!.moments.at(-1)).toMatchObject({ kind: 'rated', v: -0.5 });
  });

  it('may be changed while it is open, and stays one answer', async () => {
    await survey();
    const { customerId } = await solved(0);
    await pass(1);
    const { id } = await invitationOf(customerId);
    await say(id, 1);
    await say(id, 4, 'It got better', 3);
    await say(id, 4, null, 4);
    const rows = await database.query('SELECT value, comment FROM survey_answer WHERE customer_id = $1', [
      customerId,
    ]);
    expect(rows).toEqual([{ value: 4, comment: 'It got better' }]);
    expect(await say(id, 5, null, 24 * 70)).toMatchObject({ ok: false, refusal: { code: 'NOT_OPEN' } });
    expect(await say(id, 6)).toMatchObject({ ok: false, refusal: { code: 'NOT_A_CHOICE' } });
  });

  it('that is low opens a task once, with the case in its title', async () => {
    await survey({ lowAtMost: 2, lowMove: 'task' });
    const { customerId } = await solved(0);
    await pass(1);
    const { id } = await invitationOf(customerId);
    await say(id, 2, 'Slow');
    await say(id, 1, null, 3);
    expect(await database.query('SELECT title FROM task WHERE customer_id = $1', [customerId])).toEqual([
      { title: '2 of 5: Late' },
    ]);
  });

  it('that is low opens a ticket where its survey says so', async () => {
    await survey({ lowAtMost: 2, lowMove: 'ticket' });
    const { customerId } = await solved(0);
    await pass(1);
    await say((await invitationOf(customerId)).id, 1, 'Rude');
    const [opened] = await database.query(
      `SELECT subject, description, status, tags FROM ticket WHERE customer_id = $1 AND status = 'new'`,
      [customerId],
    );
    expect(opened).toMatchObject({ subject: '1 of 5: Late', tags: ['low-answer'] });
    expect(opened?.description).toContain('Rude');
  });
});

describe('Whoever wants no more surveys', () => {
  it('is never asked again on any channel, and the ledger says how they said so', async () => {
    await survey({ restDays: 0 });
    const { who, customerId } = await solved(0);
    await pass(1);
    const { id } = await invitationOf(customerId);
    for (const _ of [1, 2])
      expect(await database.transaction((tx) => leaveSurveys(tx, id, 'one-click', at(2)))).toBe(true);
    const ledger = await database.query(
      'SELECT purpose, channel, state, evidence FROM consent_entry WHERE customer_id = $1',
      [customerId],
    );
    expect(ledger).toEqual([
      {
        purpose: 'survey',
        channel: 'any',
        state: 'withdrawn',
        evidence: { place: 'List-Unsubscribe (RFC 8058)', reason: 'Asked by email' },
      },
    ]);
    await solved(24, { who });
    expect(await pass(26)).toEqual([]);
    expect(await invitationOf(customerId)).toMatchObject({ silence: 'said-no' });
  });
});

describe('A survey by stage', () => {
  it('asks whoever entered the stage, once for each time', async () => {
    const { customerId } = await solved(0);
    const [{ stage }] = (await database.query<{ stage: string }>(
      'SELECT stage FROM customer_stage WHERE customer_id = $1',
      [customerId],
    )) as [{ stage: string }];
    await survey({ occasion: 'stage-entered', stage, instrument: 'nps', delayMinutes: 0, name: 'NPS' });
    expect((await pass(1)).map((one) => one.customerId)).toContain(customerId);
    expect(letters.find((one) => one.customerId === customerId)?.body).not.toContain('?v=');
    expect(await pass(2)).toEqual([]);
  });
});
