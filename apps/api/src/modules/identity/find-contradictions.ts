import type { Db } from '#platform/database';
import { profilesToLookAt } from './data/read-contradictions.ts';
import { type Contradiction, type ContradictionCode, contradictionsOf } from './domain/contradictions.ts';
import { readName } from './domain/name.ts';

/** A customer whose records contradict each other. */
export interface Contradicted {
  customerId: string;
  found: Contradiction[];
}

/** What a run found of contradictions: how many customers of each kind, and those to look at first. Plain data. */
export interface Contradictions {
  counts: Partial<Record<ContradictionCode, number>>;
  customers: number;
  first: Contradicted[];
}

/** So many customers are kept by name; the others are counted. */
const keptByName = 500;

/** Which customers contradict themselves after a run: those with the most contradictions, then with the largest figures, first. */
export async function findContradictions(db: Db, runId: string): Promise<Contradictions> {
  const all: Contradicted[] = [];
  const counts: Contradictions['counts'] = {};
  for (const { customerId, records, fresh, mailboxes, said } of await profilesToLookAt(db, runId)) {
    const found = contradictionsOf({
      names: said.map(([fullName, givenName, familyName, nameSuffix]) =>
        readName({
          ...(fullName ? { fullName } : {}),
          ...(givenName ? { givenName } : {}),
          ...(familyName ? { familyName } : {}),
          ...(nameSuffix ? { nameSuffix } : {}),
        }),
      ),
      birthDates: said.flatMap(([, , , , birthDate]) => birthDate ?? []),
      mailboxes,
      records,
      fresh,
    });
    if (found.length === 0) continue;
    all.push({ customerId, found });
    for (const { code } of found) counts[code] = (counts[code] ?? 0) + 1;
  }
  const worst = ({ found }: Contradicted) => Math.max(...found.map(({ figure }) => figure));
  all.sort(
    (a, b) =>
      b.found.length - a.found.length || worst(b) - worst(a) || (a.customerId < b.customerId ? -1 : 1),
  );
  return { counts, customers: all.length, first: all.slice(0, keptByName) };
}
