import type {
  FileHeader,
  Format,
  ReadOptions,
  ReadRow,
  Signal,
} from '../../apps/api/src/modules/house/index.ts';

/** What a format makes of one row, given as its cells. */
export function readRow(
  format: Format,
  cells: Record<string, unknown>,
  { fileName = 'file.csv', ...options }: Partial<ReadOptions & FileHeader> = {},
): ReadRow {
  const header = { fileName, columns: Object.keys(cells) };
  const habits = {
    dateOrder: 'YMD',
    decimal: '.',
    timeZone: 'UTC',
    fileTime: '2026-06-01T00:00:00.000Z',
  } as const;
  return format.read({ cells, line: 2 }, { ...habits, ...options }, header);
}

/** The signals of one row; fails when the row is refused or passed over. */
export function signalsOfRow(...args: Parameters<typeof readRow>): Signal[] {
  const answer = readRow(...args);
  if (!('signals' in answer)) throw new Error(JSON.stringify(answer));
  return answer.signals;
}
