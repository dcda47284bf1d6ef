import type { FileHeader, Format } from '#modules/house';

/** A format that a file could have, and how sure that is (0–1). */
export interface FormatGuess {
  format: Format;
  certainty: number;
}

/** The formats that know this header, surest first. */
export const detectFormat = (formats: readonly Format[], header: FileHeader): FormatGuess[] =>
  formats
    .map((format) => ({ format, certainty: format.recognise(header) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty || a.format.name.localeCompare(b.format.name));
