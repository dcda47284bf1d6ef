import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { FewerIndexEntries1795212001172 } from '../../apps/api/src/migrations/0172-fewer-index-entries.ts';
import { AskedHowTheyHeard1795212001177 } from '../../apps/api/src/migrations/0177-asked-how-they-heard.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { migrate } from '../../apps/api/src/platform/database/index.ts';
import { connectAs, createOwnedDatabase, withLogin } from '../../apps/api/src/platform/postgres/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

/** Tables that no entity describes, and why. */
const withoutEntity: Record<string, string> = {
  migration: 'TypeORM’s own list of what ran',
  change: 'TypeORM does not know the type xid8',
};

interface RealColumn {
  table: string;
  column: string;
  nullable: boolean;
  generated: boolean;
  list: boolean;
  type: string;
}

describe('Entities and migrations', () => {
  let database: FreshDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    const entities = modules.flatMap((module) => module.entities ?? []);
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, entities }).initialize();
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const columns = (): Promise<RealColumn[]> =>
    source.query(
      `SELECT c.relname AS "table", a.attname AS "column", NOT a.attnotnull AS nullable, a.attgenerated <> '' AS generated,
              t.typelem <> 0 AND t.typcategory = 'A' AS list,
              regexp_replace(format_type(coalesce(nullif(CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END, 0), t.oid), NULL), '\\(.*\\)', '') AS type
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped`,
    );

  it('describe the same tables and columns, with the same types and the same right to be empty', async () => {
    const differences: string[] = [];
    const real = await columns();
    const described = new Map(source.entityMetadatas.map((entity) => [entity.tableName, entity]));
    for (const table of new Set(real.map((one) => one.table)))
      if (!described.has(table) && !withoutEntity[table]) differences.push(`no entity for ${table}`);
    for (const [table, entity] of described) {
      const there = new Map(real.filter((one) => one.table === table).map((one) => [one.column, one]));
      for (const column of entity.columns) {
        const name = `${table}.${column.databaseName}`;
        const found = there.get(column.databaseName);
        there.delete(column.databaseName);
        if (!found) {
          differences.push(`${name} is in the entity only`);
          continue;
        }
        const type = source.driver.normalizeType(column);
        if (type !== found.type) differences.push(`${name} is ${found.type}, the entity says ${type}`);
        if (found.list !== Boolean(column.isArray)) differences.push(`${name}: a list or not?`);
        if (found.nullable !== column.isNullable) differences.push(`${name}: may it be empty?`);
      }
      for (const [name, left] of there)
        if (!left.generated) differences.push(`${table}.${name} is in the database only`);
    }
    expect(differences).toEqual([]);
  });

  it('let every table that carries a customer say so: with a foreign key, or one that whoever writes has proven', async () => {
    const keyed: { table: string }[] = await source.query(
      `SELECT DISTINCT of_table AS "table" FROM reference WHERE to_table = 'customer'`,
    );
    const carrying = new Set(
      (await columns()).filter((one) => one.column === 'customer_id').map((one) => one.table),
    );
    // The feed of changes and the audit trail outlive whom they speak of.
    for (const table of ['change', 'audit_entry']) carrying.delete(table);
    expect([...carrying].filter((table) => !keyed.some((one) => one.table === table))).toEqual([]);
  });
});

/** Everything that migrations make, one line each, in an order of its own; the places of columns aside. */
const shapeOf = (url: string): Promise<string[]> =>
  connectAs(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(`
      WITH ours AS (SELECT c.* FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace)
      SELECT concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
               a.attgenerated, a.attstorage, a.attcompression, pg_get_expr(d.adbin, d.adrelid)) AS line
        FROM pg_attribute a JOIN ours c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p')
      UNION ALL SELECT concat_ws(' ', 'relation', relname, relkind, relpersistence, reloptions, relacl, relrowsecurity) FROM ours
      UNION ALL SELECT concat_ws(' ', 'view', relname, pg_get_viewdef(oid)) FROM ours WHERE relkind IN ('v', 'm')
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT concat_ws(' ', 'constraint', c.relname, k.conname, pg_get_constraintdef(k.oid))
        FROM pg_constraint k JOIN ours c ON c.oid = k.conrelid
      UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN ours c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
      UNION ALL SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
        FROM pg_policies WHERE schemaname = 'public'
      UNION ALL SELECT concat_ws(' ', 'statistics', stxname, pg_get_statisticsobjdef(oid))
        FROM pg_statistic_ext WHERE stxnamespace = 'public'::regnamespace
      UNION ALL SELECT concat_ws(' ', pg_get_functiondef(p.oid), p.proacl) FROM pg_proc p
        LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
       WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND d.objid IS NULL`);
    return rows.map(({ line }) => line).sort();
  });

describe('A house that was brought up to date before a migration with a lower number was written', () => {
  it('gets that one at the next start, and has the same shape as a new house', async () => {
    const newest = await freshDatabase();
    const name = `${new URL(newest.ownerUrl).pathname.slice(1)}_late`;
    const late: readonly unknown[] = [FewerIndexEntries1795212001172, AskedHowTheyHeard1795212001177];
    await createOwnedDatabase(newest.adminUrl, name);
    const url = withLogin(newest.ownerUrl, { database: name });
    try {
      const before = migrations.filter((migration) => !late.includes(migration));
      expect((await migrate(url, before)).at(-1)).toBe(migrations.at(-1)!.name);
      expect(await migrate(url, migrations)).toEqual([
        'FewerIndexEntries1795212001172',
        'AskedHowTheyHeard1795212001177',
      ]);
      const shape = await shapeOf(url);
      expect(shape.length).toBeGreaterThan(1_000);
      expect(shape).toEqual(await shapeOf(newest.ownerUrl));
    } finally {
      await connectAs(newest.adminUrl, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
      await newest.drop();
    }
  });
});
