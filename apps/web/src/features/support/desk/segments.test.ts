import { expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

it.each([
  ['nothing', '', 0],
  ['a word', 'Hello', 1],
  ['160 signs of the short alphabet', 'a'.repeat(160), 1],
  ['one more', 'a'.repeat(161), 2],
  ['three parts', 'a'.repeat(307), 3],
  ['a euro sign counts twice', `${'a'.repeat(158)}€`, 1],
  ['and makes a second part', `${'a'.repeat(159)}€`, 2],
  ['70 signs with a ș', `ș${'a'.repeat(69)}`, 1],
  ['71 of them', `ș${'a'.repeat(70)}`, 2],
  ['an emoji is two units', `😀${'a'.repeat(69)}`, 2],
])('a text message of %s goes in the parts that are paid for', (_, text, parts) => {
  expect(segmentsOf(text)).toBe(parts);
});
