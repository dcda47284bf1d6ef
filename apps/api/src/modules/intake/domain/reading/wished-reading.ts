import type { AudienceFile, Format } from '#modules/house';
import type { FileReading, ImportFile } from '../import.ts';
import type { FileChoices } from './file.ts';
import type { ReadingWish } from './reading-wish.ts';

/** How the text of a file is to be cut, as it was and as it is wished now. The wish has been judged. */
export function wishedChoices(before: FileReading, { encoding, separator }: ReadingWish): FileChoices {
  const cut = separator ?? before.separator;
  return {
    encoding: (encoding ?? before.encoding) as FileChoices['encoding'],
    ...(cut ? { separator: cut as NonNullable<FileChoices['separator']> } : {}),
  };
}

/** How a file is read when it was read so before and somebody wishes this. The wish has been judged. */
export function wishedReading(before: FileReading, wish: ReadingWish): FileReading {
  const reading: FileReading = {
    ...before,
    ...(wish.dateOrder ? { dateOrder: wish.dateOrder as FileReading['dateOrder'] } : {}),
    ...(wish.decimal ? { decimal: wish.decimal as FileReading['decimal'] } : {}),
    ...(wish.timeZone ? { timeZone: wish.timeZone } : {}),
    ...(wish.mapping ? { mapping: wish.mapping as NonNullable<FileReading['mapping']> } : {}),
  };
  // An empty text takes back what was said: it is not known.
  for (const field of ['phoneCountry', 'currency'] as const) {
    if (wish[field]) reading[field] = wish[field];
    else if (wish[field] === '') delete reading[field];
  }
  return reading;
}

/** Which audience file somebody said it is: not where that has no meaning, nor against what its columns say. It is no habit of files with such a header, and never remembered. */
export function audienceFileSaid(
  format: Format | undefined,
  { name, columns }: Pick<ImportFile, 'name' | 'columns'>,
  said: string | null | undefined,
): AudienceFile | null {
  if (!said || !format?.audienceFile) return null;
  const header = { fileName: name, columns: columns.map((column) => column.name) };
  const known = format.audienceFile(header, said as AudienceFile);
  return known?.by === 'person' ? known.file : null;
}

/** What of a reading the next file with this header is read by: not how its text is cut, which each file shows. */
export function habitOf({
  dateOrder,
  decimal,
  timeZone,
  phoneCountry,
  currency,
  mapping,
}: FileReading): Pick<
  FileReading,
  'dateOrder' | 'decimal' | 'timeZone' | 'phoneCountry' | 'currency' | 'mapping'
> {
  return {
    dateOrder,
    decimal,
    timeZone,
    ...(phoneCountry ? { phoneCountry } : {}),
    ...(currency ? { currency } : {}),
    ...(mapping ? { mapping } : {}),
  };
}
