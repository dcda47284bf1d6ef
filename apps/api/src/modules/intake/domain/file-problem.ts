/** The sentences of which it is known what they say, with what they name. They are kept as sentences, also those of long ago. */
const forms = {
  EMPTY: /^This file (?:is empty|holds nothing but blanks)$/,
  WORKBOOK: /^This file is an (?:old )?Excel workbook/,
  ARCHIVE: /^This file is a (?:zip archive|compressed file)/,
  PDF: /^This file is a PDF/,
  MARKUP: /^This file is XML or HTML/,
  ONE_OBJECT: /^This file is one JSON object/,
  BAD_HEADER: /^The header cannot be read\./,
  TOO_MANY_COLUMNS: /^The file has (?<count>\d+) columns; (?<most>\d+) /,
  RESERVED_COLUMN: /^No column may be called (?<column>.+)$/s,
  DUPLICATE_COLUMN: /^Two columns are called (?<column>.+): rename one/s,
  UNKNOWN_EXPORT: /^Nobody knows what kind of export (?<file>.+?) is[.:]/s,
  GONE: /^(?<file>.+) is no longer where it was\.$/s,
  REPEATS_TICKETS: /^Audits repeat what tickets/,
  SERVICE_SETTINGS: /^SLA policies are settings/,
  AUDIENCE_SETTINGS: /^This file holds the settings of audiences/,
  SEGMENT_SETTINGS: /^A segment says how many members/,
  STOPPED: /^The import stopped: (?<detail>.+)$/s,
} satisfies Record<string, RegExp>;

/** Why a file or an import cannot go on, for programs. */
export type FileProblemCode = keyof typeof forms;

/** All of them. */
export const fileProblemCodes = Object.keys(forms) as FileProblemCode[];

/** A problem in parts. */
export interface FileProblem {
  code: FileProblemCode;
  values: Record<string, string>;
}

/** What a sentence says, in parts; nothing for a sentence that nobody has foreseen. */
export function problemIn(sentence: string | null): FileProblem | null {
  if (!sentence) return null;
  for (const code of fileProblemCodes) {
    const found = forms[code].exec(sentence);
    if (found) return { code, values: { ...found.groups } };
  }
  return null;
}
