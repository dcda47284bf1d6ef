import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type ProfileName, writeCrowd, writeDemoFiles } from '../../apps/api/src/seed/index.ts';
import type { LabelledRow, LabelledSet } from './labelled-sets.ts';

type Row = Record<string, string>;

const table = async (path: string): Promise<Row[]> =>
  parse(await readFile(path), { columns: true }) as unknown as Row[];

/** Makes files in a folder of their own, reads them, and leaves nothing behind. */
async function made(read: (folder: string) => Promise<LabelledRow[]>): Promise<LabelledRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ancora-eval-'));
  try {
    return await read(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A record of the demo company: one of its systems, the kind and key by which the truth names it, and what it says. */
interface Exported {
  system: string;
  kind: string;
  key: string;
  says: Row;
}

async function exportsOf(folder: string): Promise<Exported[]> {
  const file = (name: string) => table(join(folder, `${name}.csv`));
  const { users } = JSON.parse(await readFile(join(folder, 'zendesk-users.json'), 'utf8')) as {
    users: { id: number; role: string; name: string; email: string | null; phone: string | null }[];
  };
  const hubspot = (await file('hubspot-contacts')).map((row) => ({
    system: 'hubspot',
    kind: 'contact',
    key: row['Record ID']!,
    says: {
      given: row['First Name']!,
      family: row['Last Name']!,
      email: row.Email!,
      phone: row['Phone Number']!,
      country: row['Country/Region']!,
      organisation: row['Company Name']!,
    },
  }));
  const salesforce = (await file('salesforce-contacts')).map((row) => ({
    system: 'salesforce',
    kind: 'contact',
    key: row.Id!,
    says: {
      given: row.FirstName!,
      family: row.LastName!,
      email: row.Email!,
      phone: row.Phone || row.MobilePhone || row.HomePhone || '',
      street: row.MailingStreet!,
      city: row.MailingCity!,
      postcode: row.MailingPostalCode!,
      country: row.MailingCountry!,
    },
  }));
  const zendesk = users
    .filter(({ role }) => role === 'end-user')
    .map(({ id, name, email, phone }) => ({
      system: 'zendesk',
      kind: 'user',
      key: String(id),
      says: { full: name, email: email ?? '', phone: phone ?? '' },
    }));
  const intercom = (await file('intercom-contacts')).map((row) => ({
    system: 'intercom',
    kind: 'contact',
    key: row.id!,
    says: {
      full: row.name!,
      email: row.email!,
      phone: row.phone!,
      city: row.location_city!,
      country: row.location_country!,
    },
  }));
  const mailchimp: Exported[] = [];
  for (const kind of ['subscribed', 'unsubscribed', 'cleaned'])
    for (const row of await file(`mailchimp-${kind}`))
      mailchimp.push({
        system: 'mailchimp',
        kind,
        key: row.EUID!,
        says: {
          given: row['First Name'] ?? '',
          family: row['Last Name'] ?? '',
          email: row['Email Address']!,
          phone: row['Phone Number'] ?? '',
          country: row.CC ?? '',
        },
      });
  const orders = (await file('shop-orders')).map((row) => ({
    system: 'shop',
    kind: 'order',
    key: row['Order ID']!,
    says: { email: row.Email! },
  }));
  return [...hubspot, ...salesforce, ...zendesk, ...intercom, ...mailchimp, ...orders];
}

/**
 * The demo company as its six systems export it. The shop knows its buyers by their address alone: all orders of one person with
 * one address count as one record, or they would be most of what is to be found.
 */
const demoCompany = (seed = 1): LabelledSet => ({
  name: 'demo',
  map: {
    id: 'id',
    source: { column: 'system' },
    fields: {
      full_name: 'full',
      given_name: 'given',
      family_name: 'family',
      email: 'email',
      phone: 'phone',
      street_address: 'street',
      city: 'city',
      postcode: 'postcode',
      country: 'country',
      organisation: 'organisation',
    },
    dateOrder: 'YMD',
  },
  read: () =>
    made(async (folder) => {
      await writeDemoFiles(folder, { people: 2_000, seed, today: new Date('2026-01-01') });
      const truth = new Map(
        (await table(join(folder, 'truth.csv'))).map((row) => [
          `${row.source}:${row.kind}:${row.source_key}`,
          row.person!,
        ]),
      );
      const rows = new Map<string, LabelledRow>();
      for (const { system, kind, key, says } of await exportsOf(folder)) {
        const id = `${system}:${kind}:${key}`;
        const person = truth.get(id);
        if (person === undefined) throw new Error(`The truth of the demo company does not know ${id}.`);
        const once = system === 'shop' ? `shop:${person}:${says.email!.toLowerCase()}` : id;
        if (!rows.has(once))
          rows.set(once, { id, source: system, truth: person, row: { id, system, ...says } });
      }
      return [...rows.values()];
    }),
});

/** A crowd (`docs/people-generator.md`) of 20,000 records. */
const crowd = (profile: ProfileName, seed: number): LabelledSet => ({
  name: `crowd-${profile}`,
  map: {
    id: 'record_id',
    source: { column: 'source' },
    fields: {
      full_name: 'full_name',
      given_name: 'given_name',
      middle_name: 'middle_name',
      family_name: 'family_name',
      name_suffix: 'name_suffix',
      email: ['email', 'email_2'],
      phone: ['phone', 'phone_2'],
      birth_date: 'birth_date',
      gender: 'gender',
      street_address: 'street',
      street_number: 'street_number',
      unit: 'unit',
      city: 'city',
      state: 'state',
      postcode: 'postcode',
      country: 'country',
      organisation: 'organisation',
      occupation: 'occupation',
    },
    dateOrder: 'YMD',
  },
  read: () =>
    made(async (folder) => {
      await writeCrowd(folder, { records: 20_000, seed, profile });
      const truth = await table(join(folder, 'people-truth.csv'));
      return (await table(join(folder, 'people.csv'))).map((row, at) => ({
        id: row.record_id!,
        source: row.source!,
        truth: truth[at]!.person_id!,
        row,
      }));
    }),
});

/** Sets that are made when they are asked for: no folder of data is needed. Of other seeds, people whom nobody has looked at. */
export const generatedSets = (firstSeed = 301, ofDemo = 1): LabelledSet[] => [
  demoCompany(ofDemo),
  crowd('mild', firstSeed),
  crowd('crm', firstSeed + 1),
  crowd('harsh', firstSeed + 2),
  crowd('adversarial', firstSeed + 3),
];
