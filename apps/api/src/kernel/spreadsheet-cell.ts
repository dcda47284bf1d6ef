// Half-width and full-width signs that make a spreadsheet take text for a formula, behind whatever does not show.
const formula = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const number = /^[+-]?\d+([.,]\d+)?$/;
// Groups of digits reach for nothing, and a spreadsheet leaves them as they stand; an apostrophe would be dialled along.
const phones = /^\+\d+( \d+)+(; \+?\d+( \d+)*)*$/;

/** A cell as CSV (RFC 4180) that a spreadsheet shows as text: one that begins like a formula gets an apostrophe. */
export function spreadsheetCell(value: unknown): string {
  const text =
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const safe = formula.test(text) && !number.test(text) && !phones.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV. A comma stands between its cells, or what the spreadsheets of a country expect there. */
export const spreadsheetLine = (values: readonly unknown[], separator: ',' | ';' = ','): string =>
  `${values.map(spreadsheetCell).join(separator)}\r\n`;
