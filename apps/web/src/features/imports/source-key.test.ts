import { expect, it } from 'vitest';
import { sourceKeyOf } from './source-key.ts';

it('makes a key of what people call their shop, in any of the four languages', () => {
  expect(sourceKeyOf('Boutique de l’Été')).toBe('boutique-de-l-ete');
  expect(sourceKeyOf('  Magazin Iași 2 ')).toBe('magazin-iasi-2');
  expect(sourceKeyOf('—')).toBe('');
  expect(sourceKeyOf(`${'x'.repeat(59)} y`)).toBe('x'.repeat(59));
});
