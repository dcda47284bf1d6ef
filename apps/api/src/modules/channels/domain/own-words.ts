/** The line above a quoted mail, in the languages of the house: “On … Ana wrote:”. */
const introductions = [
  /^on\b.{4,200}\bwrote:\s*$/i,
  /^il\b.{4,200}\bha scritto:\s*$/i,
  /^le\b.{4,200}\ba écrit\s?:\s*$/i,
  /^(în|pe) .{4,200}\ba scris:\s*$/i,
  /^am\b.{4,200}\bschrieb.{0,80}:\s*$/i,
  /^-{2,}\s*(original message|messaggio originale|message d'origine|message d’origine|mesaj original|forwarded message)\s*-{2,}\s*$/i,
  /^_{20,}\s*$/,
];

const isQuoted = (line: string): boolean => /^\s*>/.test(line);
/** An introduction may be broken over two or three lines. */
const opensQuote = (lines: readonly string[], at: number): boolean =>
  [1, 2, 3].some((count) => {
    const joined = lines
      .slice(at, at + count)
      .join(' ')
      .trim();
    return introductions.some((one) => one.test(joined));
  });

/**
 * What the writer of a mail wrote themselves: without the mail it answers, which stands in the ticket already, and without the
 * signature below `-- `. When that leaves nothing, or somebody answered between the quoted lines, it is the whole text.
 */
export function ownWords(text: string): string {
  const lines = text.split('\n');
  let end = lines.findIndex((line, at) => opensQuote(lines, at) || /^-- ?$/.test(line));
  if (end < 0) end = lines.length;
  while (end > 0 && isQuoted(lines[end - 1]!)) end -= 1;
  const rest = lines.slice(end);
  const firstQuote = rest.findIndex(isQuoted);
  const answersBetween =
    firstQuote >= 0 &&
    rest
      .slice(firstQuote)
      .some((line, at, all) => line.trim() && !isQuoted(line) && all.slice(at).some(isQuoted));
  const own = lines.slice(0, end).join('\n').trim();
  return own && !answersBetween ? own : text.trim();
}
