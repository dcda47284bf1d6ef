import type { MigrationInterface, QueryRunner } from 'typeorm';

const references = (more: readonly [checked: string, proven: string]) => `
  CREATE VIEW reference AS
    SELECT c.conrelid::regclass::text AS of_table, quote_ident(a.attname) AS of_column, c.confrelid::regclass::text AS to_table, true AS is_checked${more[0]}
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    UNION ALL
    SELECT said[1], said[2], t.tgrelid::regclass::text, false${more[1]}
      FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'hold_reference' AND p.pronamespace = 'public'::regnamespace,
           string_to_array(encode(t.tgargs, 'escape'), '\\000') AS said;
`;

/** Of each reference: whether its rows go with what they point at, or hold it (decision 0087 asks before a customer is removed). */
export class WhatGoesAlong1795212001202 implements MigrationInterface {
  name = 'WhatGoesAlong1795212001202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP VIEW reference; ${references([`, c.confdeltype = 'c' AS goes_along`, `, said[3] = 'cascade'`])}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW reference; ${references(['', ''])}`);
  }
}
