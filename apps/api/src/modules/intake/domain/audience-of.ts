import type { AudienceFile, Format, KnownAudienceFile } from '#modules/house';
import type { ImportFile } from './import.ts';

/** Which file of an audience export a file is, and how that is known: nothing of both as long as nothing tells. */
export interface FileAudience {
  file: AudienceFile | null;
  by: KnownAudienceFile['by'] | null;
}

/** Which file of an audience export this is, where the file that a row is in is its consent; `null` for every other format. */
export function audienceOf(
  { name, format, columns, reading }: Pick<ImportFile, 'name' | 'format' | 'columns' | 'reading'>,
  formats: readonly Format[],
): FileAudience | null {
  const tell = formats.find((one) => one.name === format)?.audienceFile;
  if (!tell || !reading) return null;
  const header = { fileName: name, columns: columns.map((column) => column.name) };
  return tell(header, reading.audienceFile) ?? { file: null, by: null };
}
