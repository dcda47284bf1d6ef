import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
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
