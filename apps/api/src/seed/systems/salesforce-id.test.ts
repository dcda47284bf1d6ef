import { expect, it } from 'vitest';
import { salesforceId } from './salesforce-id.ts';

it('gives ids that stay different when a system ignores case', () => {
  const ids = Array.from({ length: 4000 }, (_, n) => salesforceId('003', n));
  expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(4000);
  for (const id of ids) expect(id).toMatch(/^003[0-9A-Za-z]{12}[A-Z0-5]{3}$/);
});

it('marks upper case letters by the last three characters', () => {
  expect(salesforceId('001', 0)).toBe('0015g0000000000AAA');
  expect(salesforceId('001', 10)).toBe('0015g000000000AAAQ');
});
