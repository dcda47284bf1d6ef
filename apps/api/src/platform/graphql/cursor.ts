import { isId } from '#kernel/id';
import { mistake } from './errors.ts';

/**
 * Writes a keyset position as a cursor. It is plain text, because what reads ahead writes one for each row in SQL
 * (`platform/look-ahead/cursor-sql.ts`), and base64 costs more there than the row; what it says is for this server alone.
 */
export const writeCursor = (position: readonly (string | number)[]): string =>
  position.map((part) => String(part).replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');

const foreignCursor = () =>
  mistake('BAD_USER_INPUT', 'This cursor was not made by this server.', { field: 'after' });

/** Reads a cursor back; a cursor that nobody wrote is a mistake of the caller. */
export function readCursor(cursor: string, length: number): string[] {
  const position = cursor.split(',').map((part) => part.replaceAll('%2C', ',').replaceAll('%25', '%'));
  if (position.length !== length) throw foreignCursor();
  return position;
}

/** Reads a cursor that names a moment and an id: where lists by time stand. */
export function readMomentCursor(cursor: string): [at: string, id: string] {
  const [at, id] = readCursor(cursor, 2) as [string, string];
  if (!isMoment(at) || !isId(id)) throw foreignCursor();
  return [at, id];
}

/** Reads a cursor that names a number and an id. */
export function readNumberCursor(cursor: string): [value: number, id: string] {
  const [value, id] = readCursor(cursor, 2) as [string, string];
  if (value.trim() === '' || !Number.isFinite(Number(value)) || !isId(id)) throw foreignCursor();
  return [Number(value), id];
}

/** Reads a cursor that counts how many came before: where lists stand that do not change. */
export function readPlaceCursor(cursor: string): number {
  const [place] = readCursor(cursor, 1) as [string];
  if (!/^\d{1,15}$/.test(place)) throw foreignCursor();
  return Number(place);
}

const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));
