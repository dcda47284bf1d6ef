import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import type { Site } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { systemActor } from './actor.ts';
import { addUser } from './add-user.ts';
import { authenticate } from './authenticate.ts';
import { demoUsersFor, enterDemo } from './demo-users.ts';
import { prepareFirstRun, setUp } from './first-run.ts';
import { signIn } from './sign-in.ts';

let fresh: FreshDatabase;
let db: Database;
let home: string;
const here = { address: '127.0.0.1', userAgent: null };
const site: Site = { secure: false, demo: 'loopback' };
const admin = { name: 'Ada', email: 'ada@example.org', password: 'a first good secret' };
const admins = () =>
  db.query<{ n: number }>(`SELECT count(*)::int AS n FROM app_user WHERE role = 'admin' AND NOT is_demo`);

beforeEach(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  home = await mkdtemp(join(tmpdir(), 'ancora-first-'));
});
afterEach(async () => {
  await db?.close();
  await fresh?.drop();
  await rm(home, { recursive: true, force: true });
});

describe('the first run', () => {
  it('writes a code that only its owner can read, and takes it once', async () => {
    const { setupCode } = await prepareFirstRun(db, { home, demo: false });
    expect(await readFile(join(home, 'setup-code'), 'utf8')).toBe(`${setupCode}\n`);
    if (process.platform !== 'win32') expect((await stat(join(home, 'setup-code'))).mode & 0o777).toBe(0o600);
    expect(await setUp(db, { ...admin, code: 'AAAA-BBBB' }, here)).toMatchObject({
      refusal: { code: 'WRONG_CODE' },
    });
    const done = await setUp(db, { ...admin, code: setupCode!.toLowerCase() }, here);
    if (!done.ok) throw new Error(done.refusal.message);
    const cookie = `ancora=${done.value.token}`;
    expect(await authenticate(db, { headers: { cookie } }, site)).toMatchObject({
      role: 'admin',
      name: 'Ada',
    });
    expect(await setUp(db, { ...admin, email: 'eve@example.org', code: setupCode! }, here)).toMatchObject({
      refusal: { code: 'ALREADY_SET_UP' },
    });
  });

  it('makes exactly one admin out of fifty who race for it', async () => {
    const { setupCode } = await prepareFirstRun(db, { home, demo: false });
    const racers = Array.from({ length: 50 }, (_, i) =>
      setUp(
        db,
        { ...admin, email: `racer${i}@example.org`, code: setupCode! },
        { address: `10.${i}.0.1`, userAgent: null },
      ),
    );
    const won = (await Promise.all(racers)).filter((one) => one.ok);
    expect(won).toHaveLength(1);
    expect(await admins()).toEqual([{ n: 1 }]);
  });

  it('keeps the code of the last start only, and none once somebody real exists', async () => {
    const first = await prepareFirstRun(db, { home, demo: false });
    const second = await prepareFirstRun(db, { home, demo: false });
    expect(await setUp(db, { ...admin, code: first.setupCode! }, here)).toMatchObject({
      refusal: { code: 'WRONG_CODE' },
    });
    expect(await setUp(db, { ...admin, code: second.setupCode! }, here)).toMatchObject({ ok: true });
    expect(await prepareFirstRun(db, { home, demo: true })).toEqual({ demo: false });
    await expect(readFile(join(home, 'setup-code'))).rejects.toThrow(/ENOENT/);
  });

  it('needs nobody when the environment names the admin', async () => {
    const options = { home, demo: false, admin: { email: admin.email, password: admin.password } };
    expect(await prepareFirstRun(db, options)).toEqual({ demo: false });
    expect(await prepareFirstRun(db, options)).toEqual({ demo: false });
    expect(await admins()).toEqual([{ n: 1 }]);
    expect(await signIn(db, admin, here)).toMatchObject({ ok: true });
  });
});

describe('the demo', () => {
  it('lets who sits at this machine enter as each role, and nobody from the network', async () => {
    await prepareFirstRun(db, { home, demo: true });
    const users = await demoUsersFor(db, site, here);
    expect(users.map((user) => [user.name, user.role])).toContainEqual(['Sara Conti', 'sales-rep']);
    expect(new Set(users.map((user) => user.role)).size).toBe(users.length);
    const far = { address: '192.0.2.1', userAgent: null };
    expect(await demoUsersFor(db, site, far)).toEqual([]);
    expect(await db.transaction((tx) => enterDemo(tx, users[0]!.id, site, far))).toMatchObject({ ok: false });
    expect(
      await db.transaction((tx) => enterDemo(tx, users[0]!.id, { ...site, demo: 'off' }, here)),
    ).toMatchObject({ ok: false });
    expect(await db.transaction((tx) => enterDemo(tx, users[0]!.id, site, here))).toMatchObject({
      ok: true,
      value: { viewer: { name: 'Sara Conti' } },
    });
  });

  it('has users who have no password to guess', async () => {
    await prepareFirstRun(db, { home, demo: true });
    expect(await db.query('SELECT 1 FROM app_user WHERE password_hash IS NOT NULL')).toEqual([]);
  });

  it('goes on when the operator adds somebody who is no admin, also after the next start', async () => {
    await prepareFirstRun(db, { home, demo: true });
    await db.transaction((tx) =>
      addUser(tx, systemActor('operator'), { ...admin, email: 'guest@example.org', role: 'sales-lead' }),
    );
    expect(await prepareFirstRun(db, { home, demo: true })).toEqual({ demo: true });
    expect((await demoUsersFor(db, site, here)).length).toBeGreaterThan(5);
    expect(await prepareFirstRun(db, { home, demo: false })).toEqual({ demo: false });
  });

  it('is over at the moment a real admin exists, for those who are in as well', async () => {
    const { setupCode } = await prepareFirstRun(db, { home, demo: true });
    const [sara] = await demoUsersFor(db, site, here);
    const entered = await db.transaction((tx) => enterDemo(tx, sara!.id, site, here));
    if (!entered.ok) throw new Error(entered.refusal.message);
    const cookie = `ancora=${entered.value.token}`;
    expect(await authenticate(db, { headers: { cookie } }, site)).toMatchObject({ kind: 'user' });
    await setUp(db, { ...admin, code: setupCode! }, here);
    expect(await authenticate(db, { headers: { cookie } }, site)).toMatchObject({ kind: 'anonymous' });
    expect(await demoUsersFor(db, site, here)).toEqual([]);
    await prepareFirstRun(db, { home, demo: true });
    expect(await demoUsersFor(db, site, here), 'it does not come back').toEqual([]);
  });
});
