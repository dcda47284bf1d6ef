import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const trespass = join(root, 'apps/api/src/modules/zz-trespasser');

const cruise = (...paths: string[]) => {
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const run = spawnSync('npx', ['--no-install', 'depcruise', ...options, ...paths], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(run.stdout).summary;
};

describe('The walls', () => {
  afterAll(() => rmSync(trespass, { recursive: true, force: true }));

  it('have seen every module: a cruiser that sees nothing is green by mistake', () => {
    const summary = cruise('apps/api/src');
    expect(summary.totalCruised).toBeGreaterThan(100);
    expect(summary.error).toBe(0);
  });

  it('stop a domain that asks the database, and a subject that enters another by the window', () => {
    mkdirSync(join(trespass, 'domain'), { recursive: true });
    writeFileSync(join(trespass, 'domain/greedy.ts'), "import pg from 'pg';\nexport const greedy = pg;\n");
    writeFileSync(
      join(trespass, 'window.ts'),
      "import { customersById } from '../customers/data/customers.ts';\nexport const inside = customersById;\n",
    );
    const summary = cruise('apps/api/src/modules/zz-trespasser');
    const broken = summary.violations.map((one: { rule: { name: string } }) => one.rule.name);
    expect(broken).toContain('domain-is-pure');
    expect(broken).toContain('modules-meet-at-the-door');
  });
});
