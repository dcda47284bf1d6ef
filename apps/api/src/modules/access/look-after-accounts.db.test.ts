import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { systemActor } from './actor.ts';
import { addUser } from './add-user.ts';
import { authenticate } from './authenticate.ts';
import { changeRole, disableUser, enableUser, renameUser } from './change-user.ts';
import { reopenDemo } from './data/users.ts';
import { addDemoUsers } from './demo-users.ts';
import type { Role } from './domain/roles.ts';
import { checkPassword } from './domain/user.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';

let fresh: FreshDatabase;
let db: Database;
let admin: Viewer;
const first = 'correct horse battery';
const nobody = '00000000-0000-7000-8000-000000000000';
let network = 0;
/** Everybody comes from a network of their own, so that tests do not throttle each other. */
const from = () => ({ address: `10.${++network}.0.1`, userAgent: 'a browser' });
const isIn = async (token: string) =>
  (await authenticate(db, { headers: { cookie: `ancora=${token}` } }, { secure: false })).kind === 'user';

async function person(name: string, role: Role = 'marketer') {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await db.transaction((tx) =>
    addUser(tx, systemActor(), { name, email, role, password: first }),
  );
  if (!added.ok) throw new Error(added.refusal.message);
  return added.value;
}
const enter = (email: string, password = first) => signIn(db, { email, password }, from());
async function entered(email: string, password = first) {
  const opened = await enter(email, password);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}
const wrong = { ok: false, refusal: { code: 'WRONG_CREDENTIALS' } };
const shutOut = (id: string) => db.transaction((tx) => disableUser(tx, admin, id));
const letIn = (id: string) => db.transaction((tx) => enableUser(tx, admin, id));
const reset = (id: string, actor: Parameters<typeof resetPassword>[1] = admin) =>
  db.transaction((tx) => resetPassword(tx, actor, id));
async function drawnFor(id: string): Promise<string> {
  const drawn = await reset(id);
  if (!drawn.ok) throw new Error(drawn.refusal.message);
  return drawn.value.password;
}
const told = (id: string) =>
  db.query<{ action: string; by: string }>(
    'SELECT action, actor_kind AS by FROM audit_entry WHERE subject_id = $1 ORDER BY id',
    [id],
  );
const demoUser = async () =>
  (await db.query<{ id: string }>(`SELECT id FROM app_user WHERE is_demo AND role = 'support-agent'`))[0]!.id;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  await db.transaction((tx) => addDemoUsers(tx));
});
afterAll(async () => {
  await db?.close();
  await fresh?.drop();
});

describe('while the demo goes on', () => {
  it('lets one of its users who was shut out in again', async () => {
    const id = await demoUser();
    const disabledAt = () => db.query('SELECT 1 FROM app_user WHERE id = $1 AND disabled_at IS NULL', [id]);
    await db.transaction((tx) => disableUser(tx, systemActor(), id));
    expect(await disabledAt()).toHaveLength(0);
    expect(await db.transaction((tx) => enableUser(tx, systemActor(), id))).toMatchObject({ ok: true });
    expect(await disabledAt()).toHaveLength(1);
  });

  it('gives none of them a password', async () => {
    expect(await reset(await demoUser(), systemActor())).toMatchObject({
      ok: false,
      refusal: { code: 'NO_PASSWORD', field: 'userId' },
    });
    expect(await db.query('SELECT 1 FROM app_user WHERE password_hash IS NOT NULL')).toEqual([]);
  });

  it('ends when somebody who is here already becomes the first admin, as soon as they can sign in', async () => {
    const open = async () =>
      (await db.query('SELECT 1 FROM app_user WHERE is_demo AND disabled_at IS NULL')).length > 0;
    const { id } = await person('Rea', 'sales-rep');
    await db.transaction((tx) => disableUser(tx, systemActor(), id));
    expect(await db.transaction((tx) => changeRole(tx, systemActor(), id, 'admin'))).toMatchObject({
      ok: true,
    });
    expect(await open()).toBe(true);
    await db.transaction((tx) => enableUser(tx, systemActor(), id));
    expect(await open()).toBe(false);

    await db.transaction(async (tx) => {
      await tx.query("UPDATE app_user SET role = 'sales-rep' WHERE id = $1", [id]);
      await reopenDemo(tx);
    });
    expect(await open()).toBe(true);
    await db.transaction((tx) => changeRole(tx, systemActor(), id, 'admin'));
    expect(await open()).toBe(false);

    await db.transaction(async (tx) => {
      await tx.query("UPDATE app_user SET role = 'sales-rep' WHERE id = $1", [id]);
      await reopenDemo(tx);
    });
  });

  it('closes the door behind the first admin, also for whoever is let in at that moment', async () => {
    const id = await demoUser();
    await db.transaction((tx) => disableUser(tx, systemActor(), id));
    const [ida] = await Promise.all([
      person('Ida', 'admin'),
      db.transaction((tx) => enableUser(tx, systemActor(), id)),
    ]);
    expect(await db.query('SELECT 1 FROM app_user WHERE is_demo AND disabled_at IS NULL')).toEqual([]);
    admin = { kind: 'user', id: ida.id, name: 'Ida', role: 'admin', department: null };
    expect(await letIn(id)).toMatchObject({ ok: false, refusal: { code: 'DEMO_OVER' } });
  });
});

describe('a forgotten password', () => {
  it('is followed by one that is drawn: it signs in, the old one does not, and every session is over', async () => {
    const ada = await person('Ada');
    const [home, work] = [await entered('ada@example.org'), await entered('ada@example.org')];
    const password = await drawnFor(ada.id);
    expect(checkPassword(password, ada.email)).toBeNull();
    expect([await isIn(home.token), await isIn(work.token)]).toEqual([false, false]);
    expect(await enter('ada@example.org')).toMatchObject(wrong);
    expect(await isIn((await entered('ada@example.org', password)).token)).toBe(true);
  });

  it('is drawn anew each time, and only the last one counts', async () => {
    const bea = await person('Bea');
    const [one, other] = [await drawnFor(bea.id), await drawnFor(bea.id)];
    expect(one).not.toBe(other);
    expect(await enter('bea@example.org', one)).toMatchObject(wrong);
    expect(await enter('bea@example.org', other)).toMatchObject({ ok: true });
  });

  it('keeps nobody waiting who guessed too often before', async () => {
    const cleo = await person('Cleo');
    for (let i = 0; i < 11; i += 1) await enter('cleo@example.org', `was it number ${i}`);
    expect(await enter('cleo@example.org')).toMatchObject({ refusal: { code: 'THROTTLED' } });
    expect(await enter('cleo@example.org', await drawnFor(cleo.id))).toMatchObject({ ok: true });
  });

  it('is written down without the password, which no table can tell', async () => {
    const dora = await person('Dora');
    const password = await drawnFor(dora.id);
    expect((await told(dora.id)).at(-1)).toEqual({ action: 'reset-password', by: 'user' });
    for (const table of ['app_user', 'audit_entry', 'session', 'throttle']) {
      const rows = await db.query<{ line: string }>(`SELECT t::text AS line FROM ${table} t`);
      for (const { line } of rows) expect(line).not.toContain(password);
    }
  });

  it('is not one’s own: that takes the one that one has', async () => {
    expect(await reset(admin.id!)).toMatchObject({
      ok: false,
      refusal: { code: 'OWN_PASSWORD', field: 'userId' },
    });
    expect(await enter('ida@example.org')).toMatchObject({ ok: true });
  });

  it('of the last admin is a matter of the command line', async () => {
    const drawn = await reset(admin.id!, systemActor('command line'));
    if (!drawn.ok) throw new Error(drawn.refusal.message);
    expect(await enter('ida@example.org', drawn.value.password)).toMatchObject({
      ok: true,
      value: { viewer: { role: 'admin' } },
    });
  });

  it('of somebody who is shut out opens nothing until they are let in', async () => {
    const elsa = await person('Elsa');
    await shutOut(elsa.id);
    const password = await drawnFor(elsa.id);
    expect(await enter('elsa@example.org', password)).toMatchObject(wrong);
    await letIn(elsa.id);
    expect(await enter('elsa@example.org', first)).toMatchObject(wrong);
    expect(await enter('elsa@example.org', password)).toMatchObject({ ok: true });
  });

  it('of nobody is refused', async () => {
    expect(await reset(nobody)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });
});

describe('somebody who was shut out', () => {
  it('is let in with the password they had; the sessions of before stay over', async () => {
    const fay = await person('Fay');
    const before = await entered('fay@example.org');
    await shutOut(fay.id);
    expect(await enter('fay@example.org')).toMatchObject(wrong);
    expect(await letIn(fay.id)).toMatchObject({ ok: true, value: { id: fay.id, disabledAt: null } });
    expect(await isIn(before.token)).toBe(false);
    expect(await isIn((await entered('fay@example.org')).token)).toBe(true);
    expect((await told(fay.id)).map(({ action }) => action)).toEqual([
      'add-user',
      'disable-user',
      'sign-in-refused',
      'enable-user',
    ]);
  });

  it('is let in once: whoever is in already stays in, and nothing is written down', async () => {
    const gina = await person('Gina');
    const { token } = await entered('gina@example.org');
    expect(await letIn(gina.id)).toMatchObject({ ok: true });
    expect(await isIn(token)).toBe(true);
    expect((await told(gina.id)).map(({ action }) => action)).not.toContain('enable-user');
  });

  it('counts as an admin again, so that the other one may go', async () => {
    const hal = await person('Hal', 'admin');
    await shutOut(hal.id);
    expect(await shutOut(admin.id!)).toMatchObject({ ok: false, refusal: { code: 'LAST_ADMIN' } });
    await letIn(hal.id);
    expect(await shutOut(admin.id!)).toMatchObject({ ok: true });
    expect(await letIn(admin.id!)).toMatchObject({ ok: true });
  });

  it('is not nobody', async () => {
    expect(await letIn(nobody)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });
});

describe('a mistyped name', () => {
  it('is changed for everybody who reads it, and stays where the person is signed in', async () => {
    const jon = await person('Jhon');
    const { token } = await entered('jhon@example.org');
    const renamed = await db.transaction((tx) => renameUser(tx, admin, jon.id, '  John '));
    expect(renamed).toMatchObject({ ok: true, value: { name: 'John', email: 'jhon@example.org' } });
    expect(
      await authenticate(db, { headers: { cookie: `ancora=${token}` } }, { secure: false }),
    ).toMatchObject({ kind: 'user', name: 'John' });
    expect((await told(jon.id)).at(-1)).toMatchObject({ action: 'rename-user' });
  });

  it.each([' ', 'x'.repeat(201)])('is not changed to %j', async (name) => {
    expect(await db.transaction((tx) => renameUser(tx, admin, admin.id!, name))).toMatchObject({
      ok: false,
      refusal: { code: 'NAME_NEEDED', field: 'name' },
    });
  });
});
