import { join } from 'node:path';
import { toMinute } from '../calendar.ts';
import type { Company } from '../companies.ts';
import { CsvFile } from '../files/csv-file.ts';
import type { Deal } from '../life/happening.ts';
import { international } from '../people/noise.ts';
import { COUNTRIES, type Person } from '../people/person.ts';
import { type Sighting, sight } from '../people/sight.ts';
import { Random } from '../random.ts';
import { HUBSPOT_COLUMNS as COLUMNS } from './hubspot-columns.ts';
import { type Desk, type Life, ofKind, type SystemWriter } from './writer.ts';

const STAGES: Readonly<Record<Deal['stage'], string>> = {
  appointment: 'Appointment Scheduled',
  qualified: 'Qualified To Buy',
  presentation: 'Presentation Scheduled',
  contract: 'Contract Sent',
  won: 'Closed Won',
  lost: 'Closed Lost',
};
const origins = [
  ['ORGANIC_SEARCH', 5],
  ['DIRECT_TRAFFIC', 3],
  ['EMAIL_MARKETING', 2],
  ['PAID_SEARCH', 2],
  ['REFERRALS', 2],
  ['SOCIAL_MEDIA', 1],
  ['OFFLINE', 2],
  ['', 3],
] as const;
const dealOrigins = [
  ['', 4],
  ['Organic search', 3],
  ['Direct traffic', 2],
  ['Offline sources', 2],
  ['Referrals', 1],
] as const;
const statuses = [
  ['', 5],
  ['NEW', 2],
  ['OPEN', 2],
  ['CONNECTED', 2],
  ['UNQUALIFIED', 1],
  ['BAD_TIMING', 1],
] as const;

/** HubSpot's number for a company and for a contact. */
const companyId = (company: Company): number => 9_100_000_001 + company.number;
const contactId = (person: Person, copy: number): number => 50_000_000 + person.number * 10 + copy;

function lifecycleOf({ happenings }: Life): string {
  const deals = ofKind(happenings, 'deal');
  if (deals.some(({ stage }) => stage === 'won') || ofKind(happenings, 'order').length > 0) return 'customer';
  if (deals.some(({ stage }) => stage !== 'lost')) return 'opportunity';
  return ofKind(happenings, 'subscription').length > 0 ? 'subscriber' : 'lead';
}

/** HubSpot, where Casa Marea's sales team works: screen exports of companies, contacts, deals and a few tickets. */
export async function openHubspot({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const open = async <Kind extends keyof typeof COLUMNS>(kind: Kind) => {
    const path = join(folder, `hubspot-${kind}.csv`);
    return { path, csv: await CsvFile.create<(typeof COLUMNS)[Kind][number]>(path, COLUMNS[kind]) };
  };
  const companies = await open('companies');
  const contacts = await open('contacts');
  const deals = await open('deals');
  const tickets = await open('tickets');
  let dealNumber = 7_000_000;
  let ticketNumber = 5_000_000;

  const addContact = async (life: Life, seen: Sighting, copy: number) => {
    const { person, company, happenings } = life;
    const random = new Random(world.seed, 'hubspot', person.number, copy);
    const linked = company?.inHubspot && random.chance(0.88);
    const last = Math.max(
      seen.since,
      ...ofKind(happenings, 'deal')
        .filter((deal) => deal.in === 'hubspot')
        .map((deal) => deal.touchedAt),
    );
    await contacts.csv.add({
      'Record ID': contactId(person, copy),
      'First Name': seen.first,
      'Last Name': seen.last,
      Email: seen.email,
      'Phone Number': seen.phone,
      'Job Title': random.chance(0.7) ? person.jobTitle : '',
      'Company Name': company && random.chance(0.92) ? company.name : '',
      'Lifecycle Stage': random.chance(0.9) ? lifecycleOf(life) : '',
      'Lead Status': random.weighted(statuses),
      'Original Source': random.weighted(origins),
      'Contact owner':
        company && random.chance(0.8) ? (random.chance(0.5) ? company.owner.name : company.owner.email) : '',
      'Associated Company IDs': linked ? companyId(company) : '',
      'Country/Region':
        seen.phone && !seen.phone.startsWith('+')
          ? COUNTRIES[person.language]
          : random.chance(0.7)
            ? COUNTRIES[person.language]
            : '',
      'Create Date': toMinute(seen.since),
      'Last Activity Date': last > seen.since ? toMinute(last) : '',
    });
    await truth.tell('hubspot', 'contact', contactId(person, copy), person);
  };

  const meet = async (life: Life): Promise<void> => {
    const { person, company, happenings } = life;
    if (!person.systems.includes('hubspot')) return;
    const seen = sight(world.seed, person, 'hubspot', world.today);
    await addContact(life, seen, 0);
    // The same person entered twice, as sales teams do: never with the very same address, which HubSpot would refuse.
    if (!person.story && new Random(world.seed, 'twice', person.number).chance(0.03)) {
      const again = sight(world.seed, person, 'hubspot', world.today, 1);
      if (again.email !== seen.email) await addContact(life, again, 1);
    }
    for (const deal of ofKind(happenings, 'deal').filter((each) => each.in === 'hubspot'))
      await deals.csv.add({
        'Record ID': ++dealNumber,
        'Deal Name': deal.name,
        Pipeline: 'Sales Pipeline',
        'Deal Stage': STAGES[deal.stage],
        Amount: deal.amount,
        'Deal owner': deal.owner.name,
        'Close Date': toMinute(deal.closeAt),
        'Create Date': toMinute(deal.at),
        'Last Activity Date': toMinute(deal.touchedAt),
        'Associated Company IDs': company?.inHubspot ? companyId(company) : '',
        'Associated Contact IDs': contactId(person, 0),
        'Original Source': new Random(world.seed, 'origin', dealNumber).weighted(dealOrigins),
      });
    for (const ticket of ofKind(happenings, 'salesTicket'))
      await tickets.csv.add({
        'Ticket ID': ++ticketNumber,
        'Ticket name': ticket.subject,
        'Ticket description': ticket.text,
        Pipeline: 'Support Pipeline',
        'Ticket status': ticket.closedAt ? 'Closed' : 'New',
        Priority: 'Medium',
        Source: 'Phone',
        'Ticket owner': ticket.owner.name,
        'Create date': toMinute(ticket.at),
        'Close date': ticket.closedAt ? toMinute(ticket.closedAt) : '',
        'Associated Contact IDs': contactId(person, 0),
        'Associated Company IDs': company?.inHubspot ? companyId(company) : '',
      });
  };

  const know = async (company: Company): Promise<void> => {
    if (!company.inHubspot) return;
    const random = new Random(world.seed, 'hubspot company', company.number);
    await companies.csv.add({
      'Record ID': companyId(company),
      'Company name': company.name,
      'Company Domain Name': random.chance(0.9) ? company.domain : '',
      'Company owner': company.owner.name,
      Industry: random.chance(0.7) ? company.industry : '',
      'Phone Number': random.chance(0.6) ? international(company.phone) : '',
      City: random.chance(0.8) ? company.city : '',
      'Country/Region': company.country,
      'Create Date': toMinute(company.since),
    });
  };

  const listed = (
    kind: keyof typeof COLUMNS,
    { path, csv }: { path: string; csv: { file: typeof contacts.csv.file } },
    happened: boolean,
  ) => ({ path, source: 'hubspot', kind, file: csv.file, happened }) as const;
  return {
    files: [
      listed('companies', companies, false),
      listed('contacts', contacts, false),
      listed('deals', deals, true),
      listed('tickets', tickets, true),
    ],
    meet,
    know,
  };
}
