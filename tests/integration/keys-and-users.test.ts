import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureApi } from '../../apps/api/bin/fresh.mjs';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const main = join(checkoutRoot(import.meta.dirname), 'apps/api/dist/main.js');
let database: FreshDatabase;

/** Runs one command with `--json` on the database of this file. */
function ancora(words: string[], input = '') {
  const run = spawnSync(process.execPath, [main, ...words, '--json'], {
    encoding: 'utf8',
    input,
    env: {
      ...process.env,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      LOG_LEVEL: 'warn',
    },
  });
  const last = run.stdout.trim().split('\n').at(-1);
  return { status: run.status, said: run.stderr.trim(), result: last ? JSON.parse(last) : undefined };
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
      password: expect.stringMatching(/^.{20}$/),
    });
    const own = ancora(
      ['user', 'add', '--email', 'ben@firm.example', '--name', 'Ben', '--role', 'admin', '--password-stdin'],
      'correct horse battery\n',
    );
    expect(own.result).toMatchObject({ role: 'admin' });
    expect(own.result).not.toHaveProperty('password');
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
