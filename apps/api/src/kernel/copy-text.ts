/** Text as a cell of COPY's text format. */
export const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!)
    : text;

/** Some lines, each with its line feed, as cells, as COPY's text format has them: one line at a time, so that what is made of it can be forgotten. */
export function* copiedLines(lines: Uint8Array): Generator<string[]> {
  const text = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  for (let from = 0, end = text.indexOf(10); end >= 0; from = end + 1, end = text.indexOf(10, from))
    yield text.toString('utf8', from, end).split('\t');
}

/** A cell of `copiedLines` as the text that it stands for. */
export const copiedText = (cell: string): string =>
  cell.includes('\\')
    ? cell.replace(
        /\\(.)/g,
        (_, sign: string) => ({ t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' })[sign] ?? sign,
      )
    : cell;
