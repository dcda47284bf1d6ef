import { join } from 'node:path';
import { CsvFile } from '../files/csv-file.ts';
import type { World } from '../life/live.ts';
import type { Person } from '../people/person.ts';
import { type Sighting, sight } from '../people/sight.ts';
import { Random } from '../random.ts';
import { HUBSPOT_COLUMNS as COLUMNS } from './hubspot-columns.ts';
import { companyRow, contactId, contactRow, dealRow, ticketRow } from './hubspot-rows.ts';
import { type Desk, ofKind, type SystemWriter } from './writer.ts';

/** The same person entered twice, as sales teams do: never with the very same address, which HubSpot would refuse. */
function secondEntry({ seed, today }: World, person: Person, first: Sighting): Sighting | undefined {
  if (person.story || !new Random(seed, 'twice', person.number).chance(0.045)) return undefined;
  const again = sight(seed, person, 'hubspot', today, 1);
  if (again.email !== first.email) return again;
  const known = [person.workEmail, person.email, person.formerEmail];
  const email = known.find((each) => each && each !== first.email.toLowerCase()) ?? '';
  return email || again.phone ? { ...again, email } : undefined;
}

/** HubSpot, where Casa Marea's sales team works: screen exports of companies, contacts, deals and a few tickets. */
export async function openHubspot({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const open = async <Kind extends keyof typeof COLUMNS>(kind: Kind, happened: boolean) => {
    const path = join(folder, `hubspot-${kind}.csv`);
    const csv = await CsvFile.create<(typeof COLUMNS)[Kind][number]>(path, COLUMNS[kind]);
    return { path, source: 'hubspot', kind, csv, file: csv.file, happened } as const;
  };
  const companies = await open('companies', false);
  const contacts = await open('contacts', false);
  const deals = await open('deals', true);
  const tickets = await open('tickets', true);
  let dealNumber = 7_000_000;
  let ticketNumber = 5_000_000;

  return {
    files: [companies, contacts, deals, tickets],
    async meet(life) {
      const { person, happenings } = life;
      if (!person.systems.includes('hubspot')) return;
      const seen = sight(world.seed, person, 'hubspot', world.today);
      await contacts.csv.add(contactRow(world.seed, life, seen, 0));
      await truth.tell('hubspot', 'contact', contactId(person, 0), person);
      const again = secondEntry(world, person, seen);
      if (again) {
        await contacts.csv.add(contactRow(world.seed, life, again, 1));
        await truth.tell('hubspot', 'contact', contactId(person, 1), person);
      }
      for (const deal of ofKind(happenings, 'deal'))
        if (deal.in === 'hubspot') await deals.csv.add(dealRow(world.seed, ++dealNumber, deal, life));
      for (const ticket of ofKind(happenings, 'salesTicket'))
        await tickets.csv.add(ticketRow(++ticketNumber, ticket, life));
    },
    async know(company) {
      if (company.inHubspot) await companies.csv.add(companyRow(world.seed, company));
    },
  };
}
