import type { ReadOptions } from '#modules/house';
import type { RowOutcome } from './tried-rows.ts';

/** Where an import stands. */
export const importStatuses = [
  'UPLOADING',
  'READY',
  'CHECKING',
  'CHECKED',
  'RUNNING',
  'DONE',
  'FAILED',
  'CANCELLED',
  'UNDONE',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What became of the rows of a file: accepted + rejected = rows, always. */
export interface ImportCounts {
  rows: number;
  accepted: number;
  rejected: number;
  /** Accepted rows by what they did. */
  created: number;
  updated: number;
  linked: number;
  unsure: number;
  unchanged: number;
  skipped: number;
}

/** Nothing counted yet. */
export const noCounts: ImportCounts = {
  rows: 0,
  accepted: 0,
  rejected: 0,
  created: 0,
  updated: 0,
  linked: 0,
  unsure: 0,
  unchanged: 0,
  skipped: 0,
};

/** The counts with these rows added. */
export function countRows(before: ImportCounts, outcomes: readonly RowOutcome[]): ImportCounts {
  const counts = { ...before };
  for (const outcome of outcomes) {
    counts.rows += 1;
    counts[outcome] += 1;
    if (outcome !== 'rejected') counts.accepted += 1;
  }
  return counts;
}

/** The sum of the counts of several files. */
export function sumCounts(all: readonly ImportCounts[]): ImportCounts {
  const sum = { ...noCounts };
  for (const counts of all)
    for (const name of Object.keys(sum) as (keyof ImportCounts)[]) sum[name] += counts[name];
  return sum;
}

/** How a file is read: detected, shown, changeable. */
export interface FileReading extends ReadOptions {
  encoding: string;
  separator: string | null;
  hasByteOrderMark: boolean;
}

/** A column of a file with a few of its values. */
export interface FileColumn {
  name: string;
  samples: string[];
}

/** A file of an import. */
export interface ImportFile {
  id: string;
  importId: string;
  sourceId: string | null;
  name: string;
  bytes: number;
  sha256: string;
  storedPath: string;
  format: string | null;
  reading: FileReading | null;
  counts: ImportCounts;
  /** Rows that are done with. */
  position: number;
  place: number;
  columns: FileColumn[];
  guesses: { format: string; confidence: number }[];
  /** How many rows there are, once somebody has counted. */
  rowTotal: number | null;
  status: ImportStatus;
  problem: string | null;
}

/** An import: files that belong together. */
export interface ImportRun {
  id: string;
  createdBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  status: ImportStatus;
  problem: string | null;
}

/** Which verbs an import may follow from where it stands. */
const mayFollow: Record<string, readonly ImportStatus[]> = {
  changeReading: ['READY', 'CHECKED'],
  check: ['READY', 'CHECKED', 'FAILED'],
  run: ['READY', 'CHECKED', 'FAILED', 'CANCELLED'],
  cancel: ['READY', 'CHECKING', 'CHECKED', 'RUNNING'],
  undo: ['DONE', 'FAILED', 'CANCELLED'],
};

/** True when an import that stands here may do this next. */
export const mayDo = (verb: keyof typeof mayFollow, status: ImportStatus): boolean =>
  mayFollow[verb]!.includes(status);

/** How much of a file is done, 0–1; rows are known after a check, until then nobody knows. */
export function progressOf(file: Pick<ImportFile, 'status' | 'position' | 'rowTotal'>): number {
  if (file.status === 'DONE') return 1;
  if (!file.rowTotal) return 0;
  return Math.min(1, file.position / file.rowTotal);
}
