import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { makeVault } from '#platform/vault';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { systemActor } from './actor.ts';
import { allSigningSecrets } from './data/signing-secrets.ts';
import { livingSecretsAtMost } from './domain/signing-secret.ts';
import { createSigningSecret, endSigningSecretOf, openSigningSecrets } from './signing-secrets.ts';

let fresh: FreshDatabase;
let db: Database;
const vault = makeVault(randomBytes(32));
beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
});
afterAll(async () => {
  await db?.close();
  await fresh?.drop();
});

let count = 0;
const source = async (): Promise<string> => {
  count += 1;
  return (await db.transaction((tx) => ensureSource(tx, `shop-${count}`, 'webhook'))).id;
};
const make = (sourceId: string, secret?: string) =>
  db.transaction((tx) => createSigningSecret(tx, systemActor(), vault, { sourceId, secret }));
async function made(sourceId: string, secret?: string) {
  const outcome = await make(sourceId, secret);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
}
const shown = async (id: string) => (await allSigningSecrets(db)).filter(({ sourceId }) => sourceId === id);
const working = async (sourceId: string) =>
  (await openSigningSecrets(db, vault, sourceId)).map(({ secret }) => secret);

describe('A signing secret', () => {
  it('is drawn here or brought by who signs, and works beside others until it is ended', async () => {
    const id = await source();
    const brought = `whsec_${randomBytes(24).toString('base64')}`;
    const [drawn, theirs] = [await made(id), await made(id, brought)];
    expect(theirs.secret).toBe(brought);
    expect(new Set(await working(id))).toEqual(new Set([drawn.secret, brought]));
    const end = () => db.transaction((tx) => endSigningSecretOf(tx, systemActor(), drawn.signingSecret.id));
    expect(await end()).toBe(true);
    expect(await end()).toBe(false);
    expect(await working(id)).toEqual([brought]);
    expect((await shown(id)).map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, true]);
  });

  it('is nowhere to be read: not in the table, not in the trail, and not with the vault of another house', async () => {
    const id = await source();
    const { secret } = await made(id);
    for (const table of ['signing_secret', 'audit_entry'])
      for (const { line } of await db.query<{ line: string }>(`SELECT t::text AS line FROM ${table} t`))
        expect(line).not.toContain(secret.slice(12));
    expect(await openSigningSecrets(db, makeVault(randomBytes(32)), id)).toEqual([]);
  });

  it('of one source is none of another, even if somebody moves it there in the database', async () => {
    const [one, other] = [await source(), await source()];
    const { signingSecret } = await made(one);
    expect(await working(other)).toEqual([]);
    await db.query('UPDATE signing_secret SET source_id = $1 WHERE id = $2', [other, signingSecret.id]);
    expect(await working(other)).toEqual([]);
  });

  it('says when it was last used, written at most once a minute', async () => {
    const id = await source();
    await made(id);
    const [secret] = await openSigningSecrets(db, vault, id);
    const lastUsed = async () => (await shown(id))[0]!.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await secret!.used(db);
    const first = await lastUsed();
    expect(first).toBeInstanceOf(Date);
    await secret!.used(db);
    await (await openSigningSecrets(db, vault, id))[0]!.used(db);
    expect(await lastUsed()).toEqual(first);
  });

  it('is refused with the field that is wrong', async () => {
    const id = await source();
    expect(await make(id, 'hunter2')).toMatchObject({ refusal: { code: 'BAD_SECRET', field: 'secret' } });
    for (const nobody of ['x', '00000000-0000-7000-8000-000000000000'])
      expect(await make(nobody)).toMatchObject({ refusal: { code: 'SOURCE_MISSING', field: 'sourceId' } });
    for (let n = 0; n < livingSecretsAtMost; n += 1) await made(id);
    expect(await make(id)).toMatchObject({ refusal: { code: 'TOO_MANY_SECRETS' } });
  });
});
