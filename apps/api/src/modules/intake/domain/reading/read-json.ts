import { parse } from 'secure-json-parse';
import { checkValue, looksDamaged } from './check-text.ts';
import { JsonCutter, type JsonPiece } from './cut-json.ts';
import { type BadRow, badLine, type GoodRow, longestRow, mostColumns } from './file.ts';

const escapedDamage = /\\u(?:0000|d[89a-f])/i;

/** True for text that may hold a name that JavaScript itself uses: a quick look before the thorough one. */
const mayBeReserved = (text: string): boolean =>
  text.includes('\\u') || text.includes('__proto__') || text.includes('constructor');

/** One item of a JSON file as a row, or why it is none. */
export function readItem(text: string, line: number): GoodRow | BadRow {
  let value: unknown;
  try {
    value = mayBeReserved(text)
      ? parse(text, undefined, { protoAction: 'error', constructorAction: 'error' })
      : JSON.parse(text);
  } catch (error) {
    const isReserved = /forbidden/.test(String(error));
    return isReserved
      ? badLine(line, text, 'reserved-column', 'No member may be called __proto__ or constructor')
      : badLine(line, text, 'bad-json', `This is not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return badLine(line, text, 'not-an-object', 'This item is not an object with named members');
  }
  const cells = value as Record<string, unknown>;
  const members = Object.keys(cells);
  if (members.length > mostColumns) {
    return badLine(
      line,
      text,
      'too-many-columns',
      `This object has ${members.length} members; ${mostColumns} are the most`,
    );
  }
  if (looksDamaged(text) || (text.includes('\\u') && escapedDamage.test(text))) {
    const refusal = members
      .map((name) => checkValue(name, name) ?? checkValue(cells[name], name))
      .find(Boolean);
    if (refusal) return { line, cells, refusal };
  }
  return { line, cells, raw: text };
}

function* itemsOf(items: readonly JsonPiece[]): Generator<GoodRow | BadRow> {
  for (const { text, line } of items) yield readItem(text, line);
}

/** The rows of `[…]` or of pages `{"tickets":[…]}`. Where the brackets are in disorder, one bad row says so and ends the file. */
export async function* readJsonList(
  text: AsyncIterable<string>,
  collection?: string,
): AsyncGenerator<Iterable<GoodRow | BadRow>> {
  const cutter = new JsonCutter(collection === undefined ? 1 : 2, collection);
  for await (const piece of text) {
    yield itemsOf(cutter.push(piece));
    if (cutter.broken) break;
  }
  cutter.end();
  const { broken } = cutter;
  if (broken) yield [badLine(broken.line, broken.text, broken.code, broken.message)];
}

/** The rows of a file with one object a line; a bad line costs that line only. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
): AsyncGenerator<Iterable<GoodRow | BadRow>> {
  let rest = '';
  let line = 0;
  let dropping = false;
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    yield linesOf(lines, line, dropping ? 1 : 0);
    line += lines.length;
    if (lines.length > 0) dropping = false;
    if (rest.length > longestRow) {
      if (!dropping)
        yield [badLine(line + 1, rest, 'row-too-long', 'This line is longer than a million characters')];
      dropping = true;
      rest = '';
    }
  }
  if (!dropping) yield linesOf([rest], line, 0);
}

function* linesOf(lines: readonly string[], before: number, from: number): Generator<GoodRow | BadRow> {
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at]!.trim();
    if (text) yield readItem(text, before + at + 1);
  }
}
