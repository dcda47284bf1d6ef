import type { RowRefusal, RowRefusalCode } from '#modules/house';
import { unreadableMark } from './decode-text.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for exactly this character
const suspicious = /[\u0000\uFDD0]|\p{Surrogate}/u;

/** True for text that may hold something that cannot be kept: a quick look at a whole piece before its rows are looked at. */
export const looksDamaged = (text: string): boolean => suspicious.test(text);

/** What is wrong with the letters of a cell; `undefined` when nothing is. */
export function checkText(text: string, column?: string): RowRefusal | undefined {
  if (!suspicious.test(text)) return undefined;
  const where = column === undefined ? 'This row' : `${column}`;
  const refuse = (code: RowRefusalCode, message: string): RowRefusal => ({
    ...(column === undefined ? {} : { column }),
    code,
    message,
  });
  if (text.includes('\0')) return refuse('nul', `${where} holds a NUL character, which no text may hold`);
  if (text.includes(unreadableMark)) {
    return refuse('bad-encoding', `${where} holds bytes that are no letters in the encoding of this file`);
  }
  return refuse('half-character', `${where} holds one half of a character without the other`);
}

/** The same for every text inside a value of a JSON file. */
export function checkValue(value: unknown, column: string): RowRefusal | undefined {
  if (typeof value === 'string') return checkText(value, column);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const refusal = checkText(key, column) ?? checkValue(member, column);
    if (refusal) return refusal;
  }
  return undefined;
}
