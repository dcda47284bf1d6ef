import { differentDays, wholeNames } from './contradictions.ts';
import { canBeOne, differentPeople } from './crowd.ts';
import type { Evidence } from './resolve.ts';
import { largestUnseen } from './settle.ts';

/** Something about a customer's records that somebody should look at. */
export interface CohesionAlarm {
  /** For programs: `bridge`, `names`, `birth-dates`, `large`. */
  code: 'bridge' | 'names' | 'birth-dates' | 'large';
  /** For people: one sentence. */
  text: string;
  /** The records on one side of it; empty where it concerns all. */
  recordIds: string[];
}

/** Two records of a customer and the bits between them. */
interface Tie {
  a: string;
  b: string;
  bits: number;
}

/** Odds count within these bounds when they are averaged. */
const clip = (bits: number): number => Math.max(-10, Math.min(14, bits));

/**
 * What in a customer looks as if two people had been taken for one: a bridge (a single link between two groups of records that otherwise
 * speak against each other), names that cannot be one person's, two days of birth, or suspiciously many records.
 */
export function alarmsOf(records: readonly Evidence[], ties: readonly Tie[], count: number): CohesionAlarm[] {
  const alarms: CohesionAlarm[] = [];
  const bridge = bridgeOf(records, ties);
  if (bridge)
    alarms.push({
      code: 'bridge',
      text: `One link alone joins ${bridge.length} records to the other ${records.length - bridge.length}; without it they would speak against each other.`,
      recordIds: bridge,
    });
  const people = differentPeople(wholeNames(records.map(({ name }) => name)));
  if (people.length > 1) {
    const first = people[0]!;
    alarms.push({
      code: 'names',
      text: `Their records have ${people.length} names that can hardly be one person’s.`,
      recordIds: records.flatMap(({ name, recordId }) =>
        name.given.length > 0 && name.family.length > 0 && !canBeOne(first, name) ? [recordId] : [],
      ),
    });
  }
  const born = differentDays(records.flatMap(({ birthDate }) => birthDate ?? []));
  if (born > 1)
    alarms.push({
      code: 'birth-dates',
      text: `Their records name ${born} dates of birth.`,
      recordIds: [],
    });
  if (count > largestUnseen)
    alarms.push({
      code: 'large',
      text: `${count} records are one customer: far more than others have.`,
      recordIds: [],
    });
  return alarms;
}

/** The smaller side of a link that alone holds two groups of two and more together, on average against the odds; nothing without one. */
function bridgeOf(records: readonly Evidence[], ties: readonly Tie[]): string[] | null {
  const strong = ties.filter(({ bits }) => bits >= 0);
  for (const tie of strong) {
    const side = reached(
      tie.a,
      strong.filter((one) => one !== tie),
    );
    if (side.has(tie.b) || side.size < 2) continue;
    const others = reached(
      tie.b,
      strong.filter((one) => one !== tie),
    );
    if (others.size < 2) continue;
    const cross = ties.filter(({ a, b }) => (side.has(a) && others.has(b)) || (side.has(b) && others.has(a)));
    const mean = cross.reduce((sum, { bits }) => sum + clip(bits), 0) / Math.max(1, cross.length);
    if (mean < 0) {
      const smaller = side.size <= others.size ? side : others;
      return records.flatMap(({ recordId }) => (smaller.has(recordId) ? [recordId] : []));
    }
  }
  return null;
}

function reached(from: string, ties: readonly Tie[]): Set<string> {
  const found = new Set([from]);
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const { a, b } of ties) {
      const other = a === next ? b : b === next ? a : undefined;
      if (other === undefined || found.has(other)) continue;
      found.add(other);
      waiting.push(other);
    }
  return found;
}
