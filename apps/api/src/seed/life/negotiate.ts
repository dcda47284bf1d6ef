import { DAY, momentBetween } from '../calendar.ts';
import type { Company } from '../companies.ts';
import { fullName, type Person } from '../people/person.ts';
import { MACHINES } from '../products.ts';
import type { Random } from '../random.ts';
import { someoneOf } from '../staff.ts';
import type { Activity, Deal, SalesTicket } from './happening.ts';

const openStages = [
  ['appointment', 4],
  ['qualified', 4],
  ['presentation', 3],
  ['contract', 2],
] as const;

/** Deals with somebody: a third of the ended ones won, some forgotten in the pipeline long after their date. */
export function negotiate(
  random: Random,
  person: Person,
  company: Company | undefined,
  where: Deal['in'],
  today: number,
): Deal[] {
  const deals: Deal[] = [];
  const count = Math.min(6, random.poisson((company ? 0.62 : 0.12) * Math.sqrt(person.level)));
  for (let n = 0; n < count; n++) {
    const at = momentBetween(random, person.since, person.until, 'office');
    const ends = at + random.logNormal(42 * DAY, 0.7);
    const ended = ends < today && random.chance(0.85);
    const machine = random.weighted(MACHINES);
    const pieces = company
      ? random.weighted([
          [2, 4],
          [4, 4],
          [10, 2],
          [25, 1],
        ])
      : 1;
    const stage = ended
      ? random.weighted([
          ['won', 34],
          ['lost', 66],
        ] as const)
      : random.weighted(openStages);
    deals.push({
      kind: 'deal',
      at,
      in: where,
      name: `${company?.name ?? fullName(person)} – ${pieces} × ${machine.name}`,
      stage,
      amount: Math.round((pieces * machine.price * (company ? 0.92 : 1)) / 10) * 10,
      closeAt: ended ? ends : at + random.between(30, 120) * DAY,
      touchedAt: Math.min(ended ? ends : at + random.logNormal(9 * DAY, 1), today - 3_600_000),
      owner:
        where === 'hubspot' && company
          ? company.owner
          : someoneOf(random, where === 'hubspot' ? 'sales' : 'norda'),
    });
  }
  return deals.sort((a, b) => a.at - b.at);
}

const notes = [
  'Left a message.',
  'Not the right moment, call again after the holidays.',
  'Wants the dimensions by mail.',
  'Asked about the warranty for business use. Answered.',
  'Compares with another offer, price is the point.',
  'Short call, all fine, nothing needed.',
  'Number did not answer twice.',
  'Went through the quote line by line.',
];

/** Calls and meetings that Norda's people logged; most say little. */
export function keepInTouch(random: Random, person: Person): Activity[] {
  const activities: Activity[] = [];
  const count = Math.min(25, Math.max(1, random.poisson(2.4 * person.level)));
  for (let n = 0; n < count; n++) {
    const meeting = random.chance(0.14);
    activities.push({
      kind: 'activity',
      at: momentBetween(random, person.since, person.until, 'office'),
      form: meeting ? 'Meeting' : 'Call',
      seconds: Math.round(meeting ? random.between(2, 6) * 900 : random.logNormal(170, 0.9)),
      inbound: random.chance(0.3),
      subject: meeting ? `Meeting with ${fullName(person)}` : `Call ${fullName(person)}`,
      note: random.pick(notes),
      owner: someoneOf(random, 'norda'),
    });
  }
  return activities.sort((a, b) => a.at - b.at);
}

const complaints = [
  ['Delivery short by one piece', 'Customer counted again, one box is missing.'],
  ['Invoice to the wrong address', 'Accounting wants it on the new address, third time.'],
  ['Engineer did not come', 'They waited all morning.'],
] as const;

/** Complaints that reached sales instead of support. */
export function complainToSales(
  random: Random,
  person: Person,
  company: Company | undefined,
  today: number,
): SalesTicket[] {
  if (!company || !random.chance(0.11)) return [];
  const [subject, text] = random.pick(complaints);
  const at = momentBetween(random, person.since, person.until, 'office');
  const closedAt = at + random.logNormal(6 * DAY, 0.8);
  const closed = closedAt < today && random.chance(0.7);
  return [{ kind: 'salesTicket', at, subject, text, owner: company.owner, ...(closed ? { closedAt } : {}) }];
}
