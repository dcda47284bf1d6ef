import type { Random } from '../../random.ts';

/** A birth date written wrongly (ISO 8601): mostly day and month exchanged or one digit off. */
export function wrongDate(random: Random, date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  const kind = random.next();
  if (kind < 0.35)
    return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : aDayOff(random, date);
  if (kind < 0.6) return aDayOff(random, date);
  if (kind < 0.75) return `${Number(year) + random.pick([-1, 1])}-${month}-${day}`;
  if (kind < 0.85) return `${year.slice(0, 2)}${year[3]}${year[2]}-${month}-${day}`;
  if (kind < 0.92) return `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${day}`;
  // Who is asked and does not like to say: the first of January.
  return `${year}-01-01`;
}

function aDayOff(random: Random, date: string): string {
  const day = Number(date.slice(8));
  const other = random.pick([day - 1, day + 1, day + 10, day - 10, day + 7]);
  return other >= 1 && other <= 28
    ? `${date.slice(0, 8)}${String(other).padStart(2, '0')}`
    : `${date.slice(0, 8)}15`;
}
