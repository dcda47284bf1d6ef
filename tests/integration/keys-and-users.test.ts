import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureApi } from '../../apps/api/bin/fresh.mjs';
import { openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const main = join(checkoutRoot(import.meta.dirname), 'apps/api/dist/main.js');
let database: FreshDatabase;
/** A password that was drawn, so that it can be told on the phone. */
const drawnForm = /^([a-z2-9]{5}-){3}[a-z2-9]{5}$/;

function run(words: string[], input = '') {
  return spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    input,
    env: {
      ...process.env,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      LOG_LEVEL: 'warn',
    },
  });
}

/** What one command says to people, on the database of this file. */
const told = (words: string[]) => run(words).stdout.trim();

/** Runs one command with `--json`. */
function ancora(words: string[], input = '') {
  const done = run([...words, '--json'], input);
  const last = done.stdout.trim().split('\n').at(-1);
  return { status: done.status, said: done.stderr.trim(), result: last ? JSON.parse(last) : undefined };
}

beforeAll(async () => {
  await ensureApi();
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe('the operator at the command line', { timeout: 180_000 }, () => {
  it('makes a key whose secret is shown once, lists it without the secret, and ends it', () => {
    const made = ancora(['key', 'create', '--source', 'shop']);
    expect(made.result).toMatchObject({ source: 'shop', secret: expect.stringMatching(/^anc_\w+_.{43}$/) });
    const { secret } = made.result;
    const listed = ancora(['key', 'list']).result;
    expect(listed).toHaveLength(1);
    // The secret itself may hold a `_`: it is the last 43 characters.
    expect(JSON.stringify(listed)).not.toContain(secret.slice(-43));
    expect(ancora(['key', 'revoke', secret.split('_').slice(0, 2).join('_')]).status).toBe(0);
    expect(ancora(['key', 'revoke', 'anc_nobodyatall'])).toMatchObject({
      status: 1,
      said: expect.stringMatching(/There is no living key/),
    });
  });

  it('adds a person with a password of their own, or one that is drawn', () => {
    const drawn = ancora([
      'user',
      'add',
      '--email',
      'ada@firm.example',
      '--name',
      'Ada',
      '--role',
      'sales-rep',
    ]);
    expect(drawn.result).toMatchObject({
      email: 'ada@firm.example',
      password: expect.stringMatching(drawnForm),
    });
    const own = ancora(
      ['user', 'add', '--email', 'ben@firm.example', '--name', 'Ben', '--role', 'admin', '--password-stdin'],
      'correct horse battery\n',
    );
    expect(own.result).toMatchObject({ role: 'admin' });
    expect(own.result).not.toHaveProperty('password');
  });

  it('is told of each key for which source, until when and from where it works, and which are over', async () => {
    ancora(['key', 'create', '--source', 'desk', '--expires', '2099-01-31', '--network', '192.0.2.0/24']);
    const old = ancora(['key', 'create', '--source', 'mailer', '--expires', '2099-12-31']).result;
    const db = await openDatabase({ url: database.ownerUrl, entities: [] });
    await db.query(`UPDATE intake_key SET expires_at = '2026-01-31T23:59:59Z' WHERE id = $1`, [old.id]);
    await db.close();
    const lines = told(['key', 'list']).split('\n');
    const about = (source: string) => lines.find((line) => line.includes(`for ${source},`));
    expect(about('desk')).toMatch(
      /for desk, works until 2099-01-31, from 192\.0\.2\.0\/24, made .*, never used$/,
    );
    expect(about('mailer')).toMatch(/for mailer, over: ended 2026-01-31, from anywhere,/);
    expect(about('shop')).toMatch(/for shop, over: revoked \d{4}-\d\d-\d\d, from anywhere,/);
    expect(ancora(['key', 'list']).result).toContainEqual(
      expect.objectContaining({ source: 'desk', expiresAt: '2099-01-31T23:59:59.000Z' }),
    );
  });

  it('takes a day that is today as the last one, and none that is past', () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(ancora(['key', 'create', '--source', 'today', '--expires', today]).status).toBe(0);
    expect(ancora(['key', 'create', '--source', 'past', '--expires', '2026-01-31'])).toMatchObject({
      status: 1,
      said: 'This moment is over already.',
    });
  });

  it('draws a password for whoever forgot theirs, a lone admin included, and shows it once', () => {
    const given = ancora(['user', 'password', '--email', 'BEN@firm.example']);
    expect(given.result).toMatchObject({
      email: 'ben@firm.example',
      password: expect.stringMatching(drawnForm),
      disabledAt: null,
    });
    expect(told(['user', 'list'])).not.toContain(given.result.password);
    expect(ancora(['user', 'password', '--email', 'nobody@firm.example'])).toMatchObject({
      status: 1,
      said: 'Nobody signs in with nobody@firm.example.',
    });
  });

  it('shuts somebody out and lets them in again, but never the last admin', () => {
    expect(ancora(['user', 'disable', '--email', 'ada@firm.example']).result).toMatchObject({
      disabledAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(told(['user', 'list']).split('\n')).toEqual([
      expect.stringMatching(/^ada@firm\.example {2}Ada {2}sales-rep, shut out since \d{4}-\d\d-\d\d$/),
      'ben@firm.example  Ben  admin',
    ]);
    expect(told(['user', 'password', '--email', 'ada@firm.example'])).toMatch(
      /They are shut out: "ancora user enable --email ada@firm\.example" lets them in again\.$/,
    );
    expect(told(['user', 'enable', '--email', 'ada@firm.example'])).toBe('Ada may sign in.');
    expect(ancora(['user', 'list']).result).toMatchObject([
      { email: 'ada@firm.example', disabledAt: null },
      { email: 'ben@firm.example', disabledAt: null },
    ]);
    expect(ancora(['user', 'disable', '--email', 'ben@firm.example'])).toMatchObject({
      status: 1,
      said: 'This is the last admin: make somebody else admin first.',
    });
  });

  it('says in a sentence what is wrong with a person', () => {
    const weak = ancora(
      ['user', 'add', '--email', 'eve@firm.example', '--name', 'Eve', '--role', 'admin', '--password-stdin'],
      'short\n',
    );
    expect(weak).toMatchObject({ status: 1, said: 'A password needs at least 12 characters.' });
    const noRole = ancora(['user', 'add', '--email', 'x@firm.example', '--name', 'X', '--role', 'king']);
    expect(noRole.status).toBe(1);
    expect(noRole.said).toMatch(/Allowed choices are/);
  });
});
