import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoFiles } from './index.ts';
import { readDemo } from './read-demo.ts';

const folder = await mkdtemp(join(tmpdir(), 'ancora-truth-'));
const { table, users } = readDemo(folder);
beforeAll(() => writeDemoFiles(folder, { people: 1000, seed: 5, today: new Date('2026-05-20') }), 60_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the truth', () => {
  it('names the person behind every record of a person, once', async () => {
    const truth = await table('truth.csv');
    const told = truth.map(({ source, source_key }) => `${source} ${source_key}`).sort();
    const audience = await Promise.all(
      ['subscribed', 'unsubscribed', 'cleaned'].map((each) => table(`mailchimp-${each}.csv`)),
    );
    const orders = new Set((await table('shop-orders.csv')).map((row) => row['Order ID']));
    const records = [
      ...(await table('hubspot-contacts.csv')).map((row) => `hubspot ${row['Record ID']}`),
      ...(await table('salesforce-contacts.csv')).map((row) => `salesforce ${row.Id}`),
      ...(await users()).filter(({ role }) => role === 'end-user').map(({ id }) => `zendesk ${id}`),
      ...(await table('intercom-contacts.csv')).map((row) => `intercom ${row.id}`),
      ...audience.flat().map((row) => `mailchimp ${row.EUID}`),
      ...[...orders].map((id) => `shop ${id}`),
    ].sort();
    expect(told).toEqual(records);
    expect(new Set(told).size).toBe(told.length);
  });

  it('lets strangers never share an address: only a household or an office does', async () => {
    const truth = await table('truth.csv');
    const byKey = new Map(truth.map((row) => [`${row.source} ${row.source_key}`, row]));
    const seen = new Map<string, Set<string>>();
    const note = (key: string, email: string | null | undefined) => {
      const address = email?.toLowerCase() ?? '';
      if (!address || address.startsWith('info@')) return;
      const households = seen.get(address) ?? new Set();
      seen.set(address, households.add(byKey.get(key)!.household!));
    };
    for (const row of await table('hubspot-contacts.csv')) note(`hubspot ${row['Record ID']}`, row.Email);
    for (const row of await table('shop-orders.csv')) note(`shop ${row['Order ID']}`, row.Email);
    for (const row of await table('salesforce-contacts.csv')) note(`salesforce ${row.Id}`, row.Email);
    for (const row of await users()) if (row.role === 'end-user') note(`zendesk ${row.id}`, row.email);
    const shared = [...seen].filter(([, households]) => households.size > 1);
    expect(shared).toEqual([]);
    expect([...seen.keys()].every((address) => address.endsWith('.example'))).toBe(true);
  });

  it('writes telephone numbers that can be read, and lets very few strangers share one', async () => {
    const codes: Record<string, CountryCode> = {
      'United Kingdom': 'GB',
      Italy: 'IT',
      France: 'FR',
      Romania: 'RO',
    };
    const byKey = new Map((await table('truth.csv')).map((row) => [`${row.source} ${row.source_key}`, row]));
    const seen = new Map<string, Set<string>>();
    const note = (key: string, typed: string | null | undefined, country = '') => {
      if (!typed) return;
      const phone = parsePhoneNumberFromString(typed, codes[country]);
      expect(phone?.isValid(), `${typed} (${country})`).toBe(true);
      seen.set(phone!.number, (seen.get(phone!.number) ?? new Set()).add(byKey.get(key)!.household!));
    };
    for (const row of await table('hubspot-contacts.csv'))
      note(`hubspot ${row['Record ID']}`, row['Phone Number'], row['Country/Region']);
    for (const row of await table('salesforce-contacts.csv'))
      note(`salesforce ${row.Id}`, row.Phone || row.MobilePhone || row.HomePhone, row.MailingCountry);
    for (const { id, phone } of await users()) note(`zendesk ${id}`, phone?.replace(/^00/, '+'));
    const strangers = [...seen.values()].filter((households) => households.size > 1).length;
    expect(seen.size).toBeGreaterThan(200);
    expect(strangers).toBeGreaterThan(0);
    expect(strangers / seen.size).toBeLessThan(0.03);
  });

  it('knows people who are in several systems, and people with two records in one', async () => {
    const systems = new Map<string, Set<string>>();
    const contacts = new Map<string, number>();
    for (const { person, source, kind } of await table('truth.csv')) {
      systems.set(person!, (systems.get(person!) ?? new Set()).add(source!));
      if (source === 'hubspot' && kind === 'contact') contacts.set(person!, (contacts.get(person!) ?? 0) + 1);
    }
    const several = [...systems.values()].filter((each) => each.size >= 2).length;
    expect(several / 1000).toBeGreaterThan(0.45);
    expect(several / 1000).toBeLessThan(0.85);
    expect([...contacts.values()].filter((count) => count > 1).length).toBeGreaterThan(5);
  });
});
