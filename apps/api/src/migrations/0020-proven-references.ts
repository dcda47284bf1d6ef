import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * References that the writing statement itself proves: table, column, what it points at, and what becomes of a row whose owner
 * goes. What intake writes by the thousand; everything else keeps PostgreSQL's foreign keys.
 */
const proven: [table: string, column: string, to: string, then: 'refuse' | 'cascade'][] = [
  ...[
    'signal',
    'source_record',
    'touch',
    'consent_entry',
    'sales_order',
    'ticket',
    'message',
    'interaction',
  ].map((table): (typeof proven)[number] => [table, 'source_id', 'source', 'refuse']),
  ['source_record', 'customer_id', 'customer', 'refuse'],
  ['membership', 'customer_id', 'customer', 'refuse'],
  ['affiliation', 'customer_id', 'customer', 'refuse'],
  ['affiliation', 'company_id', 'company', 'refuse'],
  ['timeline_entry', 'customer_id', 'customer', 'refuse'],
  ['fact', 'customer_id', 'customer', 'refuse'],
  ['touch', 'customer_id', 'customer', 'refuse'],
  ['consent_entry', 'customer_id', 'customer', 'refuse'],
  ['sales_order', 'customer_id', 'customer', 'refuse'],
  ['ticket', 'customer_id', 'customer', 'refuse'],
  ['message', 'customer_id', 'customer', 'refuse'],
  ['interaction', 'customer_id', 'customer', 'refuse'],
  ['customer_summary', 'customer_id', 'customer', 'cascade'],
  ['customer_words', 'customer_id', 'customer', 'cascade'],
  ['customer_stage', 'customer_id', 'customer', 'cascade'],
  ['source_record_version', 'source_record_id', 'source_record', 'cascade'],
  ['identifier', 'source_record_id', 'source_record', 'cascade'],
  ['membership', 'source_record_id', 'source_record', 'cascade'],
  ['affiliation', 'source_record_id', 'source_record', 'cascade'],
  ['match_record', 'source_record_id', 'source_record', 'cascade'],
  ['timeline_entry', 'source_record_id', 'source_record', 'cascade'],
  ['fact', 'source_record_id', 'source_record', 'cascade'],
  ['touch', 'source_record_id', 'source_record', 'cascade'],
  ['consent_entry', 'source_record_id', 'source_record', 'cascade'],
  ['sales_order', 'source_record_id', 'source_record', 'refuse'],
  ['ticket', 'source_record_id', 'source_record', 'refuse'],
  ['message', 'source_record_id', 'source_record', 'refuse'],
  ['interaction', 'source_record_id', 'source_record', 'refuse'],
  ['message', 'ticket_id', 'ticket', 'cascade'],
];

/** Keys that intake proves are no longer looked up row by row; whoever is pointed at still cannot go (decision 0016). */
export class ProvenReferences1795212000020 implements MigrationInterface {
  name = 'ProvenReferences1795212000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The other half of a foreign key, for all rows that a statement deletes at once. Arguments: table, column, and whether its rows
      -- go too or refuse.
      CREATE FUNCTION hold_reference() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE held boolean;
      BEGIN
        IF TG_ARGV[2] = 'cascade' THEN
          EXECUTE format('DELETE FROM %I t USING gone WHERE t.%I = gone.id', TG_ARGV[0], TG_ARGV[1]);
        ELSE
          EXECUTE format('SELECT EXISTS (SELECT FROM gone JOIN %I t ON t.%I = gone.id)', TG_ARGV[0], TG_ARGV[1]) INTO held;
          IF held THEN
            RAISE foreign_key_violation USING MESSAGE =
              format('A row of %s cannot go: %s.%s still points at it.', TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1]);
          END IF;
        END IF;
        RETURN NULL;
      END $$;
    `);
    for (const [table, column, to, then] of proven)
      await runner.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey;
        CREATE TRIGGER held_by_${table}_${column} AFTER DELETE ON ${to} REFERENCING OLD TABLE AS gone
          FOR EACH STATEMENT EXECUTE FUNCTION hold_reference('${table}', '${column}', '${then}');
      `);
    await runner.query(`
      -- Every column that points at another table, whichever way it is held.
      CREATE VIEW reference AS
        SELECT c.conrelid::regclass::text AS of_table, quote_ident(a.attname) AS of_column, c.confrelid::regclass::text AS to_table, true AS is_checked
          FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
        UNION ALL
        SELECT said[1], said[2], t.tgrelid::regclass::text, false
          FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid AND p.proname = 'hold_reference' AND p.pronamespace = 'public'::regnamespace,
               string_to_array(encode(t.tgargs, 'escape'), '\\000') AS said;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW reference`);
    for (const [table, column, to, then] of proven)
      await runner.query(`
        DROP TRIGGER held_by_${table}_${column} ON ${to};
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey
          FOREIGN KEY (${column}) REFERENCES ${to} ${then === 'cascade' ? 'ON DELETE CASCADE' : ''};
      `);
    await runner.query(`DROP FUNCTION hold_reference()`);
  }
}
