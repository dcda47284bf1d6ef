import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ensureWeb } from '../../apps/api/bin/fresh.mjs';
import { type BundleWeight, weighBundle } from '../../apps/web/build/bundle-weight.ts';

let weight: BundleWeight;

beforeAll(async () => {
  await ensureWeb();
  weight = weighBundle(join(import.meta.dirname, '../../apps/web/dist'), [
    'src/pages/customers/customers.query.ts',
    'src/pages/customers/customers.page.tsx',
    'virtual:messages/ro',
  ]);
});

it('shows the customers list after at most 210 kB of script and 30 kB of style', () => {
  expect(weight.script).toBeGreaterThan(50);
  expect(weight.script).toBeLessThanOrEqual(210);
  expect(weight.style).toBeLessThanOrEqual(30);
});

it('never asks for more than 90 kB at once for what comes later', () => {
  expect(Object.entries(weight.onDemand).filter(([, kilobytes]) => kilobytes > 90)).toEqual([]);
});
