/** Text as a cell of COPY's text format. */
export const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!)
    : text;

/** Some lines, each with its line feed, as cells, as COPY's text format has them. */
export const copiedLines = (lines: Uint8Array): string[][] =>
  new TextDecoder()
    .decode(lines)
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));

/** A cell of `copiedLines` as the text that it stands for. */
export const copiedText = (cell: string): string =>
  cell.includes('\\')
    ? cell.replace(
        /\\(.)/g,
        (_, sign: string) => ({ t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' })[sign] ?? sign,
      )
    : cell;
