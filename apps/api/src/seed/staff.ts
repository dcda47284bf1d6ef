import type { Random } from './random.ts';

/** Somebody who works for Casa Marea. */
export interface Colleague {
  name: string;
  email: string;
  team: 'support' | 'sales' | 'norda';
  zendeskId: number;
  intercomId: number;
  salesforceNumber: number;
}

const colleague = (index: number, name: string, local: string, team: Colleague['team']): Colleague => ({
  name,
  email: `${local}@casamarea.example`,
  team,
  zendeskId: 900_000_000_100 + index,
  intercomId: 4_070_100 + index,
  salesforceNumber: 10 + index,
});

/** The people of Casa Marea who appear in its systems. */
export const STAFF: readonly Colleague[] = [
  colleague(1, 'Tom Hadley', 'tom', 'support'),
  colleague(2, 'Marta Ferri', 'marta', 'support'),
  colleague(3, 'Irina Șoimu', 'irina', 'support'),
  colleague(4, 'Luc Berthaud', 'luc', 'support'),
  colleague(5, 'Noor Haddad', 'noor', 'support'),
  colleague(6, 'Sara Lindqvist', 'sara', 'sales'),
  colleague(7, 'Paolo Venier', 'paolo', 'sales'),
  colleague(8, 'Élodie Caron', 'elodie', 'sales'),
  colleague(9, 'Mihnea Dobrescu', 'mihnea', 'sales'),
  colleague(10, 'Ingrid Solheim', 'ingrid', 'norda'),
  colleague(11, 'Gareth Vaughan', 'gareth', 'norda'),
];

/** Somebody who works in Salesforce, by the number that it gave them. */
export type Owner = Pick<Colleague, 'name' | 'salesforceNumber'>;

/**
 * Whose the tasks are, and how many of a hundred: mostly of those as whom one enters the demo (a test compares their names), so that each of
 * them finds something to do; the rest are Norda's.
 */
export const TASK_OWNERS: readonly (readonly [Owner, number])[] = [
  [{ name: 'Sara Conti', salesforceNumber: 31 }, 36],
  [{ name: 'Luca Ferri', salesforceNumber: 32 }, 14],
  [{ name: 'Tom Reed', salesforceNumber: 33 }, 12],
  [{ name: 'Ana Popescu', salesforceNumber: 34 }, 8],
  [{ name: 'Jade Martin', salesforceNumber: 35 }, 10],
  ...STAFF.filter(({ team }) => team === 'norda').map((one) => [one, 10] as const),
];

const teams = {
  support: STAFF.filter(({ team }) => team === 'support'),
  sales: STAFF.filter(({ team }) => team === 'sales'),
  norda: STAFF.filter(({ team }) => team === 'norda'),
};

/** Somebody of a team. */
export const someoneOf = (random: Random, team: Colleague['team']): Colleague => random.pick(teams[team]);

/** The colleague with this first name. */
export function colleagueNamed(first: string): Colleague {
  const found = STAFF.find(({ name }) => name.startsWith(`${first} `));
  if (!found) throw new Error(`no colleague ${first}`);
  return found;
}
