import type { CursorPart } from './reading.ts';

/** SQL of a cursor, letter for letter as `writeCursor` of platform/graphql writes it. */
export const cursorText = (parts: readonly CursorPart[]): string =>
  parts
    .map(({ sql, free }) =>
      free ? `replace(replace((${sql})::text, '%', '%25'), ',', '%2C')` : `coalesce((${sql})::text, '')`,
    )
    .join(` || ',' || `);

/** SQL of a cursor's JSON, given SQL of the cursor. */
export const cursorAsJson = (parts: readonly CursorPart[], text: string): string =>
  parts.some(({ free }) => free) ? `to_json(${text})::text` : `'"' || ${text} || '"'`;
