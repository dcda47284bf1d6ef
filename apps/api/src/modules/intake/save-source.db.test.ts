import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#modules/access';
import { allSources, ensureSource } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type SourceWish, saveSource } from './save-source.ts';

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

const save = (wish: SourceWish) =>
  db.transaction((tx) => saveSource(tx, systemActor(), ['webhook', 'zendesk'], wish));

describe('Whoever looks after a source', () => {
  it('adds it with what it leaves unsaid, and changes only what they name', async () => {
    const added = await save({ key: 'desk-it', name: ' Help desk ', system: 'zendesk', phoneCountry: 'IT' });
    const desk = {
      key: 'desk-it',
      name: 'Help desk',
      system: 'zendesk',
      timeZone: 'UTC',
      phoneCountry: 'IT',
    };
    expect(added).toMatchObject({ ok: true, value: { ...desk, currency: null } });
    const { id } = (added as { value: { id: string } }).value;
    expect(await save({ id, currency: 'EUR', timeZone: 'Europe/Rome' })).toMatchObject({
      value: { ...desk, timeZone: 'Europe/Rome', currency: 'EUR' },
    });
    expect(await save({ id, phoneCountry: '', name: '' })).toMatchObject({
      value: { name: 'Help desk', phoneCountry: null, currency: 'EUR' },
    });
    expect((await allSources(db)).find((one) => one.id === id)).toEqual({
      ...desk,
      id,
      timeZone: 'Europe/Rome',
      phoneCountry: null,
      currency: 'EUR',
    });
  });

  it('makes the helpdesk of whom only a key was made speak in its own words', async () => {
    const { id, system } = await db.transaction((tx) => ensureSource(tx, 'key-only', 'webhook'));
    expect(system).toBe('webhook');
    expect(await save({ id, system: 'zendesk' })).toMatchObject({
      value: { key: 'key-only', system: 'zendesk' },
    });
  });

  it('keeps a system that is known from elsewhere when they change something else', async () => {
    const { id } = await db.transaction((tx) => ensureSource(tx, 'chat', 'chat', 'Web chat'));
    expect(await save({ id, system: 'chat', phoneCountry: 'RO' })).toMatchObject({
      value: { system: 'chat' },
    });
  });

  it.each([
    [{ key: 'No such key' }, 'BAD_SOURCE', 'key'],
    [{}, 'BAD_SOURCE', 'key'],
    [{ key: 'taken' }, 'SOURCE_EXISTS', 'key'],
    [{ id: 'nobody' }, 'SOURCE_MISSING', 'id'],
    [{ key: 'new', system: 'fax' }, 'BAD_SYSTEM', 'system'],
    [{ key: 'new', phoneCountry: 'ITA' }, 'BAD_COUNTRY', 'phoneCountry'],
    [{ key: 'new', currency: 'EURO' }, 'BAD_CURRENCY', 'currency'],
    [{ key: 'new', timeZone: 'Rome' }, 'BAD_TIME_ZONE', 'timeZone'],
    [{ key: 'new', name: 'x'.repeat(201) }, 'NAME_TOO_LONG', 'name'],
  ])('is told what is wrong with %j, and nothing is kept', async (wish, code, field) => {
    await db.transaction((tx) => ensureSource(tx, 'taken', 'webhook'));
    const before = await allSources(db);
    expect(await save(wish)).toMatchObject({ ok: false, refusal: { code, field } });
    expect(await allSources(db)).toEqual(before);
  });
});
