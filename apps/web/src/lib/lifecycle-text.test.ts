import { expect, it } from 'vitest';
import { lifecycleText } from './lifecycle-text.ts';

it.each([
  ['customer', 'lib.lifecycle.customer'],
  ['Marketing Qualified Lead', 'lib.lifecycle.marketingqualifiedlead'],
  ['Ambasador de top', 'Ambasador de top'],
])('the stage that another system names %j is told as %j', (value, told) => {
  expect(lifecycleText(value, (id) => id)).toBe(told);
});
