import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { systemActor } from './actor.ts';
import { authenticateKey, createKey, listKeys, type NewIntakeKey, revokeKey } from './intake-keys.ts';

let fresh: FreshDatabase;
let db: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
});
afterAll(async () => {
  await db?.close();
  await fresh?.drop();
});

const make = (more: Partial<NewIntakeKey> = {}) =>
  db.transaction((tx) => createKey(tx, systemActor(), { name: 'Help desk', source: 'zendesk', ...more }));
async function made(more: Partial<NewIntakeKey> = {}) {
  const outcome = await make(more);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { ...outcome.value, header: `Bearer ${outcome.value.secret}` };
}

describe('an intake key', () => {
  it('speaks for its one source as a machine', async () => {
    const { key, header, secret } = await made();
    expect(secret).toMatch(/^anc_[a-z2-7]{10}_[A-Za-z0-9_-]{43}$/);
    expect(await authenticateKey(db, header, '192.0.2.1')).toMatchObject({
      sourceKey: 'zendesk',
      sourceId: key.sourceId,
      viewer: { kind: 'key', role: 'machine', id: key.id },
    });
    expect((await listKeys(db)).find((one) => one.id === key.id)?.lastUsedAt).toBeInstanceOf(Date);
  });

  it('is stored as a hash: neither the table nor the trail knows the secret', async () => {
    const { secret } = await made();
    const tail = secret.slice(-43);
    for (const table of ['intake_key', 'audit_entry']) {
      const rows = await db.query<{ line: string }>(`SELECT t::text AS line FROM ${table} t`);
      for (const { line } of rows) expect(line).not.toContain(tail);
    }
  });

  it('is nobody’s with one wrong character, without its secret, or with the secret of another', async () => {
    const [one, other] = [await made(), await made()];
    const wrong = one.header.slice(0, -1) + (one.header.endsWith('A') ? 'B' : 'A');
    const mixed = `Bearer ${one.secret.slice(0, 15)}${other.secret.slice(15)}`;
    for (const header of [wrong, mixed, one.header.slice(0, 22), '', null])
      expect(await authenticateKey(db, header, null)).toBeNull();
  });

  it('works only from the networks it was made for', async () => {
    const { header } = await made({ allowedNetworks: ['192.0.2.0/24', '2001:db8::/32'] });
    expect(await authenticateKey(db, header, '192.0.2.9')).not.toBeNull();
    expect(await authenticateKey(db, header, '::ffff:192.0.2.9')).not.toBeNull();
    expect(await authenticateKey(db, header, '2001:db8::1')).not.toBeNull();
    expect(await authenticateKey(db, header, '198.51.100.1')).toBeNull();
    expect(await authenticateKey(db, header, null)).toBeNull();
  });

  it('ends when it is revoked, by its shown beginning or by its id, once', async () => {
    const [one, other] = [await made(), await made()];
    const revoke = (name: string) => db.transaction((tx) => revokeKey(tx, systemActor(), name));
    expect(await revoke(`anc_${one.key.keyId}`)).toBe(true);
    expect(await revoke(one.key.id)).toBe(false);
    expect(await revoke(other.key.id)).toBe(true);
    expect(await authenticateKey(db, one.header, null)).toBeNull();
    expect(await authenticateKey(db, other.header, null)).toBeNull();
  });

  it('ends by itself at its time', async () => {
    const { header, key } = await made({ expiresAt: new Date(Date.now() + 3_600_000) });
    expect(await authenticateKey(db, header, null)).not.toBeNull();
    await db.query('UPDATE intake_key SET expires_at = now() WHERE id = $1', [key.id]);
    expect(await authenticateKey(db, header, null)).toBeNull();
  });

  it.each([
    [{ allowedNetworks: ['everywhere'] }, 'BAD_NETWORK'],
    [{ name: ' ' }, 'NAME_NEEDED'],
    [{ source: 'Not A Key' }, 'BAD_SOURCE'],
    [{ expiresAt: new Date(0) }, 'BAD_EXPIRY'],
  ])('is refused with %o', async (more, code) => {
    expect(await make(more)).toMatchObject({ ok: false, refusal: { code } });
  });
});
