import type { TriedRow } from '#modules/intake';
import { OperatorMistake } from './operator-mistake.ts';

type Outcome = TriedRow['outcome'];

const words = {
  created: 'created',
  updated: 'updated',
  linked: 'linked',
  unsure: 'unsure',
  unchanged: 'unchanged',
  skipped: 'left out',
  rejected: 'rejected',
} as const satisfies Record<Outcome, string>;

/** What `--rows` asks for: one thing that rows come to, or `null` for all rows. */
export function readRows(asked: string): Outcome | null {
  if (asked === 'all') return null;
  const outcome = (Object.keys(words) as Outcome[]).find((one) => one === asked);
  if (outcome) return outcome;
  throw new OperatorMistake(`--rows must be one of ${Object.keys(words).join(', ')} or all, not “${asked}”.`);
}

/** What one row would do, for people: `contacts.csv, line 12: unsure, Ada Conti, perhaps Ada Rossi: Same phone.` */
export function rowInWords({
  file,
  line,
  outcome,
  customerName,
  otherName,
  causes,
}: { file: string } & TriedRow): string {
  const what = [words[outcome], customerName, otherName && `perhaps ${otherName}`].filter(Boolean).join(', ');
  const why = causes.map(({ message }) => message).join(' ');
  return `${file}, line ${line}: ${what}${why && `: ${why}`}`;
}
