import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';

const root = checkoutRoot(import.meta.dirname);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const promises = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [^|-]/.test(line))
  .slice(1)
  .map((line) => line.split(' | '))
  .map(
    ([promise, proof]) =>
      [promise!.slice(2), [...(proof ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!)] as const,
  );

describe('A promise of SECURITY.md', () => {
  it.each(promises)('has a test that would fail first: %s', (_, proofs) => {
    expect(proofs.length).toBeGreaterThan(0);
    for (const proof of proofs) {
      const script = /^npm run (\S+)$/.exec(proof)?.[1];
      if (script) expect(scripts).toHaveProperty([script]);
      else
        expect(
          ['', 'apps/api/src'].some((folder) => existsSync(join(root, folder, proof))),
          proof,
        ).toBe(true);
    }
  });
});
