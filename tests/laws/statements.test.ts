import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const home = join(import.meta.dirname, '../../apps/api/src');

/**
 * Names that a statement orders by although it gives them out as text: a bare name in ORDER BY means what is given out, not the
 * column, and as texts "1000" comes before "999". No index serves such an order either.
 */
function orderedAsText(statement: string): string[] {
  const texts = new Set<string>();
  for (const [, column, name] of statement.matchAll(/\b(?:\w+\.)?(\w+)::(?:text|varchar)\s+AS\s+"?(\w+)"?/gi))
    if (column === name) texts.add(name!);
  const orders = [...statement.matchAll(/\bORDER BY\s+([^)]*)/gi)].map(([, terms]) => terms!);
  return [...texts].filter((name) =>
    orders.some((terms) =>
      new RegExp(`(?:^|,)\\s*"?${name}"?\\s*(?:,|$|ASC|DESC|LIMIT|NULLS|FOR|OFFSET)`, 'i').test(terms),
    ),
  );
}

const statements = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(join(home, file), 'utf8').matchAll(/`[^`]*\bSELECT\b[^`]*`/g)].map(([sql]) => ({
      file,
      sql,
    })),
  );

describe('the statements of the API', () => {
  it('are found: a law that sees none is green by mistake', () =>
    expect(statements.length).toBeGreaterThan(300));

  it('never order numbers as texts', () =>
    expect(statements.filter(({ sql }) => orderedAsText(sql).length > 0).map(({ file }) => file)).toEqual(
      [],
    ));

  it('would be caught (the control that must fail)', () => {
    expect(orderedAsText('SELECT xid::text AS xid, id FROM change ORDER BY xid, id LIMIT 5')).toEqual([
      'xid',
    ]);
    expect(orderedAsText('SELECT c.id::text AS "id" FROM change c ORDER BY at DESC, id')).toEqual(['id']);
    expect(orderedAsText('SELECT xid::text AS xid FROM change ORDER BY change.xid, change.id')).toEqual([]);
  });
});
