import { formsOfName } from '../nicknames.ts';
import { hashText } from './hash.ts';
import type { Lexicon } from './lexicon.ts';
import { kindOfStreet } from './normalise-street.ts';
import { Numbers, type Room } from './numbers.ts';
import { Column } from './record.ts';
import type { Dictionary, Words } from './record-table.ts';
import { soundOf } from './sound.ts';
import { lettersOf } from './text-distance.ts';

/** A column of so many numbers. */
export const uint32In = (room: Room, length: number): Uint32Array => new Uint32Array(room(length * 4));

/** Lays the distinct values of a column. */
export function dictionaryOf(column: number, known: Lexicon, count: Uint32Array, room: Room): Dictionary {
  const start = uint32In(room, known.size + 1);
  const code = new Uint16Array(room(known.letters * 2));
  known.writeInto(start, code);
  const hasFacts =
    column === Column.given ||
    column === Column.family ||
    column === Column.email ||
    column === Column.street;
  const fact = new Int32Array(room(hasFacts ? known.size * 16 : 0));
  const lettersIn = new Int32Array(room(known.size * 4));
  for (let value = 0; value < known.size; value += 1) {
    if (hasFacts) writeFacts(column, known.textOf(value), fact, value * 4);
    const from = start[value]!;
    const first = column === Column.street && fact[value * 4]! > 0 ? from + fact[value * 4]! + 1 : from;
    const last = column === Column.email ? from + fact[value * 4]! : start[value + 1]!;
    lettersIn[value] = lettersOf(code, first, last);
  }
  return {
    start,
    code,
    count,
    names: uint32In(room, known.size),
    holders: 0,
    share: new Float32Array(room(known.size * 4)),
    common: new Uint8Array(room(known.size)),
    shared: new Uint8Array(room(known.size)),
    letters: lettersIn,
    fact,
  };
}

// "smithfamily", "famille.roux", "familia_pop": a mailbox that says itself whose it is.
const householdWord = /famil|famigl|household|haushalt/;

function writeFacts(column: number, text: string, fact: Int32Array, at: number): void {
  if (column === Column.given || column === Column.family) {
    const sound = soundOf(text);
    fact[at] = sound.length > 1 ? hashText(sound, 2) | 0 : 0;
    if (column === Column.given) {
      const forms = formsOfName(text);
      for (let index = 0; index < 3; index += 1) fact[at + 1 + index] = (forms[index] ?? -1) + 1;
    }
  } else if (column === Column.email) {
    fact[at] = Math.max(0, text.lastIndexOf('@'));
    fact[at + 1] = Number(householdWord.test(text.slice(0, fact[at])));
  } else {
    fact[at] = /^\d/.test(text) ? Math.max(0, text.indexOf(' ')) : 0;
    fact[at + 1] = kindOfStreet(text);
  }
}

/** Lays the words of the names of organisations. */
export function wordsOf(known: Lexicon, count: Uint32Array, room: Room): Words {
  const numbers = new Map<string, number>();
  const seen: number[] = [];
  const start = uint32In(room, known.size + 1);
  const list = new Numbers();
  let total = 0;
  for (let value = 0; value < known.size; value += 1) {
    start[value] = list.length;
    total += count[value]!;
    for (const word of new Set(known.textOf(value).split(' '))) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
        seen.push(0);
      }
      seen[number]! += count[value]!;
      list.push(number);
    }
  }
  start[known.size] = list.length;
  const word = uint32In(room, list.length);
  word.set(list.array.subarray(0, list.length));
  const texts = [...numbers.keys()];
  const letters = uint32In(room, texts.length + 1);
  const code = new Uint16Array(room(texts.join('').length * 2));
  const bits = new Float32Array(room(texts.length * 4));
  let at = 0;
  texts.forEach((text, number) => {
    letters[number] = at;
    for (let index = 0; index < text.length; index += 1) code[at++] = text.charCodeAt(index);
    bits[number] = Math.max(0.3, Math.log2((total + 10) / (seen[number]! + 1)));
  });
  letters[texts.length] = at;
  return { start, word, letters, code, bits };
}
