// Half-width and full-width signs that make a spreadsheet take text for a formula, behind whatever does not show.
const formula = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const number = /^[+-]?\d+([.,]\d+)?$/;

/** A cell as CSV (RFC 4180) that a spreadsheet shows as text: one that begins like a formula gets an apostrophe. */
export function spreadsheetCell(value: unknown): string {
  const text =
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of CSV. */
export const spreadsheetLine = (values: readonly unknown[]): string =>
  `${values.map(spreadsheetCell).join(',')}\r\n`;
