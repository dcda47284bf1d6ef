import anyAscii from 'any-ascii';

const plain = /^[\u0020-\u007e]*$/;
// Most names and places need nothing but small letters, and no place in the cache.
const simple = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
const cache = new Map<string, string>();

/** Lower case, Latin letters, no diacritics, no punctuation but inner apostrophes gone, single spaces: "Ţurcanu-Ó" → "turcanu o". */
export function foldText(text: string): string {
  if (simple.test(text)) return text.toLowerCase();
  const known = cache.get(text);
  if (known !== undefined) return known;
  const ascii = plain.test(text) ? text : anyAscii(text.normalize('NFKC'));
  const folded = ascii
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (cache.size > 50_000) cache.clear();
  cache.set(text, folded);
  return folded;
}
