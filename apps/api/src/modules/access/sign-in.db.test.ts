import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { systemActor } from './actor.ts';
import { addUser } from './add-user.ts';
import { authenticate, forgetSessions } from './authenticate.ts';
import { changePassword } from './change-password.ts';
import { changeRole, disableUser } from './change-user.ts';
import { endSession } from './end-session.ts';
import { access } from './index.ts';
import { signIn } from './sign-in.ts';

let fresh: FreshDatabase;
let db: Database;
const password = 'correct horse battery';
let network = 0;
/** Everybody comes from a network of their own, so that tests do not throttle each other. */
const from = () => ({ address: `10.${++network}.0.1`, userAgent: 'a browser' });
const whoHas = (token: string) =>
  authenticate(db, { headers: { cookie: `ancora=${token}` } }, { secure: false });

async function person(name: string, role: 'admin' | 'marketer' | 'sales-rep' = 'marketer') {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await db.transaction((tx) => addUser(tx, systemActor(), { name, email, role, password }));
  if (!added.ok) throw new Error(added.refusal.message);
  return added.value;
}
async function enter(email: string, secret = password) {
  const opened = await signIn(db, { email, password: secret }, from());
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: access.entities as [] });
  await person('Admin', 'admin');
});
afterAll(async () => {
  await db?.close();
  await fresh?.drop();
});

describe('signing in', () => {
  it('opens a session for who knows the password, however the address is typed', async () => {
    const ada = await person('Ada');
    const { token, viewer } = await enter('  ADA@example.org ');
    expect(viewer).toMatchObject({ kind: 'user', id: ada.id, role: 'marketer', department: 'marketing' });
    expect(await whoHas(token)).toMatchObject({ id: ada.id, sessionId: viewer.sessionId });
    const stored = await db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM session WHERE token_hash = convert_to($1, $2)',
      [token, 'UTF8'],
    );
    expect(stored[0]!.n, 'the token itself is nowhere').toBe(0);
  });

  it('gives a new token every time, and none that somebody brought along', async () => {
    await person('Grace');
    const tokens = [await enter('grace@example.org'), await enter('grace@example.org')].map(
      (one) => one.token,
    );
    expect(new Set(tokens).size).toBe(2);
    expect(await whoHas('A'.repeat(43))).toMatchObject({ kind: 'anonymous' });
  });

  it('tells nobody whether an account exists', async () => {
    await person('Joan');
    const wrong = await signIn(db, { email: 'joan@example.org', password: 'not this one at all' }, from());
    const nobody = await signIn(db, { email: 'nobody@example.org', password }, from());
    expect(wrong).toEqual(nobody);
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'WRONG_CREDENTIALS' } });
  });

  it('takes as long for nobody as for a wrong password', async () => {
    await person('Mary');
    // Of the processor: what else a busy machine does meanwhile is no part of it.
    const time = async (email: string) => {
      const began = process.cpuUsage();
      await signIn(db, { email, password: 'wrong, wrong, wrong' }, from());
      return process.cpuUsage(began).user;
    };
    await time('warm@example.org');
    const [known, unknown] = [[] as number[], [] as number[]];
    for (let i = 0; i < 5; i += 1) {
      known.push(await time('mary@example.org'));
      unknown.push(await time(`nobody${i}@example.org`));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[2]!;
    // Hashing takes tens of milliseconds: leaving it out would make one of them more than ten times faster.
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.25);
    expect(median(unknown)).toBeLessThan(median(known) * 4);
  });

  it('makes a guesser wait after ten tries for one account, also from changing networks and also with the right password', async () => {
    await person('Lena');
    for (let i = 0; i < 10; i += 1)
      await signIn(db, { email: 'lena@example.org', password: `guess number ${i}` }, from());
    const late = await signIn(db, { email: 'lena@example.org', password }, from());
    expect(late).toMatchObject({ ok: false, refusal: { code: 'THROTTLED' } });
  });

  it('counts tries that come at once as often as they come', async () => {
    await person('Otto');
    const tries = Array.from({ length: 15 }, (_, i) =>
      signIn(db, { email: 'otto@example.org', password: `many at once ${i}` }, from()),
    );
    const codes = (await Promise.all(tries)).map((one) => !one.ok && one.refusal.code);
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(5);
  });
});

describe('a session ends', () => {
  afterEach(() => vi.useRealTimers());

  it('when its person signs out', async () => {
    await person('Vera');
    const { token, viewer } = await enter('vera@example.org');
    expect(await db.transaction((tx) => endSession(tx, viewer, viewer.sessionId!))).toBe(true);
    expect(await whoHas(token)).toMatchObject({ kind: 'anonymous' });
  });

  it('not by the hand of somebody else', async () => {
    await person('Elsa');
    await person('Carl');
    const [elsa, carl] = [await enter('elsa@example.org'), await enter('carl@example.org')];
    expect(await db.transaction((tx) => endSession(tx, carl.viewer, elsa.viewer.sessionId!))).toBe(false);
    expect(await whoHas(elsa.token)).toMatchObject({ kind: 'user' });
  });

  it('everywhere when the password changes, except for the browser that changed it', async () => {
    await person('Rosa');
    const [home, work] = [await enter('rosa@example.org'), await enter('rosa@example.org')];
    const next = 'another good secret';
    const changed = await changePassword(db, home.viewer, { current: password, next }, from());
    if (!changed.ok) throw new Error(changed.refusal.message);
    expect(await whoHas(home.token)).toMatchObject({ kind: 'anonymous' });
    expect(await whoHas(work.token)).toMatchObject({ kind: 'anonymous' });
    expect(await whoHas(changed.value.token)).toMatchObject({ kind: 'user', name: 'Rosa' });
    await expect(enter('rosa@example.org')).rejects.toThrow('WRONG_CREDENTIALS');
    expect((await enter('rosa@example.org', next)).viewer.name).toBe('Rosa');
  });

  it('when its person gets another role or is shut out', async () => {
    const emil = await person('Emil');
    const { token } = await enter('emil@example.org');
    await db.transaction((tx) => changeRole(tx, systemActor(), emil.id, 'sales-rep'));
    expect(await whoHas(token)).toMatchObject({ kind: 'anonymous' });
    const again = await enter('emil@example.org');
    expect(again.viewer).toMatchObject({ role: 'sales-rep', department: 'sales' });
    await db.transaction((tx) => disableUser(tx, systemActor(), emil.id));
    expect(await whoHas(again.token)).toMatchObject({ kind: 'anonymous' });
    await expect(enter('emil@example.org')).rejects.toThrow('WRONG_CREDENTIALS');
  });

  it('within a second when another process ended it', async () => {
    await person('Iris');
    vi.useFakeTimers({ toFake: ['performance'] });
    const { token } = await enter('iris@example.org');
    expect(await whoHas(token)).toMatchObject({ kind: 'user' });
    await db.query(`UPDATE app_user SET session_epoch = session_epoch + 1 WHERE email = 'iris@example.org'`);
    vi.advanceTimersByTime(999);
    expect(await whoHas(token)).toMatchObject({ kind: 'anonymous' });
  });

  it('after twelve hours without use and after seven days with it', async () => {
    await person('Nils');
    const [idle, old] = [await enter('nils@example.org'), await enter('nils@example.org')];
    await db.query(`UPDATE session SET last_seen_at = now() - interval '12 hours 1 second' WHERE id = $1`, [
      idle.viewer.sessionId,
    ]);
    await db.query('UPDATE session SET expires_at = now() WHERE id = $1', [old.viewer.sessionId]);
    forgetSessions();
    expect(await whoHas(idle.token)).toMatchObject({ kind: 'anonymous' });
    expect(await whoHas(old.token)).toMatchObject({ kind: 'anonymous' });
  });
});

describe('looking after people', () => {
  it('never leaves the house without an admin, also when two admins remove each other at once', async () => {
    const admins = [await person('Anna', 'admin'), await person('Bela', 'admin')];
    const first = await db.query<{ id: string }>(`SELECT id FROM app_user WHERE email = 'admin@example.org'`);
    const all = [first[0]!.id, ...admins.map((one) => one.id)];
    const outcomes = await Promise.all(
      all.map((id) => db.transaction((tx) => changeRole(tx, systemActor(), id, 'marketer'))),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(2);
    expect(outcomes.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'LAST_ADMIN' } });
  });

  it('refuses an address that somebody has already, whatever its capitals', async () => {
    await person('Uma');
    const again = await db.transaction((tx) =>
      addUser(tx, systemActor(), { name: 'U', email: 'UMA@EXAMPLE.org', role: 'marketer', password }),
    );
    expect(again).toMatchObject({ ok: false, refusal: { code: 'EMAIL_TAKEN', field: 'email' } });
  });
});

describe('the audit trail', () => {
  it('names what was done and never a password or token', async () => {
    const rows = await db.query<{ action: string; line: string }>(
      'SELECT action, audit_entry::text AS line FROM audit_entry',
    );
    expect(new Set(rows.map((row) => row.action))).toEqual(
      new Set([
        'add-user',
        'change-password',
        'change-role',
        'disable-user',
        'sign-in',
        'sign-in-refused',
        'sign-out',
      ]),
    );
    for (const { line } of rows) expect(line).not.toMatch(/horse|another good secret|guess number/);
  });

  it('cannot be changed, removed or emptied, not even by the owner of the tables', async () => {
    const owner = await openDatabase({ url: fresh.ownerUrl, entities: [] });
    for (const where of [db, owner])
      for (const sql of [
        `UPDATE audit_entry SET action = 'nothing'`,
        'DELETE FROM audit_entry',
        'TRUNCATE audit_entry',
      ])
        await expect(where.query(sql)).rejects.toThrow(/append-only|permission denied/);
    await owner.close();
  });
});
