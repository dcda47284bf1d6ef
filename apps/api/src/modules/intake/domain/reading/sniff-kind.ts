import { accept, type Result, refuse } from '#kernel/result';
import type { FileKind, FileRefusal } from './file.ts';

/** What a file is made of, and for pages the name of their list. */
export interface KindGuess {
  kind: FileKind;
  collection?: string;
}

// What an API says about a page beside the list itself.
const pageWords =
  /^(?:next|previous|prev|count|total|page|pages|per_page|meta|links|_links|end_of_stream|after|before|end_time|start_time|has_more|type|paging|cursor|object|url)(?:_\w+)?$/i;

const signatures: [string, string][] = [
  ['504b0304', 'a zip archive: unpack it first'],
  ['d0cf11e0', 'an old Excel workbook: save it as CSV'],
  ['1f8b', 'a compressed file: unpack it first'],
  ['25504446', 'a PDF'],
];

/** Refuses files that are no text, by their first bytes, saying what they are. */
export function refuseForeign(sample: Uint8Array): FileRefusal | undefined {
  const start = Buffer.from(sample.buffer, sample.byteOffset, Math.min(sample.length, 4096));
  const text = start.toString('latin1');
  const known = signatures.find(([signature]) => start.toString('hex', 0, 4).startsWith(signature))?.[1];
  const isWorkbook = known?.includes('zip') && /\[Content_Types\]|xl\//.test(text);
  const isMarkup = /^(?:\xef\xbb\xbf)?\s*<(?:[?!]|[a-z])/i.test(text);
  const what = isWorkbook ? 'an Excel workbook: save it as CSV' : known;
  const found = what ?? (isMarkup ? 'XML or HTML: export it as CSV or JSON' : undefined);
  return found === undefined ? undefined : { code: 'not-a-table', message: `This file is ${found}` };
}

/** Tells a table from JSON by the first characters, and lists, pages and lines of JSON from one another. */
export function sniffKind(sample: string): Result<KindGuess, FileRefusal> {
  const text = sample.trimStart();
  if (text.startsWith('[')) return accept({ kind: 'json-array' });
  if (!text.startsWith('{')) return accept({ kind: 'csv' });
  const { members, isWhole, spansLines } = firstObject(text);
  const own = members.filter(({ name }) => !pageWords.test(name));
  if (own[0]?.isListOfObjects && (own.length === 1 || !isWhole || own.every(({ isListOfObjects: l }) => l))) {
    return accept({ kind: 'json-pages', collection: own[0].name });
  }
  if (!isWhole || !spansLines) return accept({ kind: 'ndjson' });
  const message = 'This file is one JSON object, not a list of them';
  return refuse({ code: 'not-a-list', message });
}

/** The members of the first object, as far as the sample shows them. */
function firstObject(text: string) {
  const members: { name: string; isListOfObjects: boolean }[] = [];
  const token = /"((?:[^"\\]|\\.)*)"\s*(:)?|[{}[\]\n]/g;
  let depth = 0;
  let spansLines = false;
  for (let m = token.exec(text); m; m = token.exec(text)) {
    if (m[0] === '\n') spansLines = true;
    else if (m[0] === '{' || m[0] === '[') depth++;
    else if (m[0] === '}' || m[0] === ']') depth--;
    else if (depth === 1 && m[2]) {
      members.push({
        name: m[1]!,
        isListOfObjects: /^\s*\[\s*(?:[{\]]|$)/.test(text.slice(token.lastIndex, token.lastIndex + 200)),
      });
    }
    if (depth === 0) return { members, isWhole: true, spansLines };
  }
  return { members, isWhole: false, spansLines };
}
