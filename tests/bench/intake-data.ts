import { writeFile } from 'node:fs/promises';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';

/** The columns of HubSpot's screen export of contacts. */
export const contactColumns = [
  'Record ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone Number',
  'Job Title',
  'Company Name',
  'Lifecycle Stage',
  'Contact owner',
  'City',
  'Country/Region',
  'Create Date',
  'Last Activity Date',
];

const firstNames = ['Ana', 'Bogdan', 'Chiara', 'Denis', 'Elena', 'Fabio', 'Giulia', 'Horia', 'Ines', 'Jean'];
const lastNames = [
  'Albu',
  'Bianchi',
  'Costa',
  'Dumas',
  'Esposito',
  'Faure',
  'Greco',
  'Ionescu',
  'Moreau',
  'Popa',
];

/** Writes a file of contacts, numbered from `from`: every person has a mail and most a phone of their own. */
export async function writeContacts(path: string, from: number, count: number): Promise<string> {
  const lines = [contactColumns.join(',')];
  for (let n = from; n < from + count; n += 1) {
    const [first, last] = [firstNames[n % 10]!, `${lastNames[(n * 7) % 10]!}${(n % 9_973).toString(36)}`];
    const phone = n % 4 ? `+40 7${String(20_000_000 + (n % 70_000_000)).padStart(8, '0')}` : '';
    lines.push(
      `${n + 1},${first},${last},${first}.${last}.${n}@mail${n % 997}.example,${phone},Buyer,Company ${n % 2_000},lead,Owner ${n % 20},Cluj,Romania,2026-01-15 10:00,2026-02-01 09:${String(n % 60).padStart(2, '0')}`.toLowerCase(),
    );
  }
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

/** The n-th ticket that a help desk tells: of 5,000 people, most of them known after a while. */
export function ticketOf(n: number): Signal {
  const person = (n * 7_919) % 5_000;
  return {
    kind: 'ticket',
    eventId: `ticket:${n}@1`,
    subjectKey: `ticket:${n}`,
    at: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString(),
    person: {
      key: `user:${person}`,
      emails: [`user${person}@desk.example`],
      profile: { fullName: `${firstNames[person % 10]} ${lastNames[(person * 3) % 10]}` },
    },
    body: { subject: `Number ${n} does not start`, status: 'open', priority: 'normal' },
  };
}
