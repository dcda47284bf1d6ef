import { toMinute } from '../calendar.ts';
import type { Company } from '../companies.ts';
import type { Cell } from '../files/csv-file.ts';
import type { Deal, SalesTicket } from '../life/happening.ts';
import { international } from '../people/noise.ts';
import { COUNTRIES, type Person } from '../people/person.ts';
import type { Sighting } from '../people/sight.ts';
import { Random } from '../random.ts';
import type { HUBSPOT_COLUMNS } from './hubspot-columns.ts';
import { type Life, ofKind } from './writer.ts';

type Row<Kind extends keyof typeof HUBSPOT_COLUMNS> = Partial<
  Record<(typeof HUBSPOT_COLUMNS)[Kind][number], Cell>
>;

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

const companyId = (company: Company): number => 9_100_000_001 + company.number;
/** HubSpot's number for a contact; `copy` tells a duplicate from the first. */
export const contactId = (person: Person, copy: number): number => 50_000_000 + person.number * 10 + copy;

function lifecycleOf({ happenings }: Life): string {
  const deals = ofKind(happenings, 'deal');
  if (deals.some(({ stage }) => stage === 'won') || ofKind(happenings, 'order').length > 0) return 'customer';
  if (deals.some(({ stage }) => stage !== 'lost')) return 'opportunity';
  return ofKind(happenings, 'subscription').length > 0 ? 'subscriber' : 'lead';
}

/** A contact as one record of HubSpot knows them. */
export function contactRow(seed: number, life: Life, seen: Sighting, copy: number): Row<'contacts'> {
  const { person, company, happenings } = life;
  const random = new Random(seed, 'hubspot', person.number, copy);
  const linked = company?.inHubspot && random.chance(0.88);
  const last = Math.max(
    seen.since,
    ...ofKind(happenings, 'deal')
      .filter((deal) => deal.in === 'hubspot')
      .map((deal) => deal.touchedAt),
  );
  return {
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
  };
}

/** A deal of somebody, by its number. */
export function dealRow(seed: number, number: number, deal: Deal, { person, company }: Life): Row<'deals'> {
  return {
    'Record ID': number,
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
    'Original Source': new Random(seed, 'origin', number).weighted(dealOrigins),
  };
}

/** A complaint that sales wrote down, by its number. */
export function ticketRow(number: number, ticket: SalesTicket, { person, company }: Life): Row<'tickets'> {
  return {
    'Ticket ID': number,
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
  };
}

/** A company. */
export function companyRow(seed: number, company: Company): Row<'companies'> {
  const random = new Random(seed, 'hubspot company', company.number);
  return {
    'Record ID': companyId(company),
    'Company name': company.name,
    'Company Domain Name': random.chance(0.9) ? company.domain : '',
    'Company owner': company.owner.name,
    Industry: random.chance(0.7) ? company.industry : '',
    'Phone Number': random.chance(0.6) ? international(company.phone) : '',
    City: random.chance(0.8) ? company.city : '',
    'Country/Region': company.country,
    'Create Date': toMinute(company.since),
  };
}
