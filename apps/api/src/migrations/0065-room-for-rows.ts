import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References that the writing statement proves, besides those of 0020: table, column, what it points at, and what becomes of a row whose owner goes. */
const proven: [table: string, column: string, to: string, then: 'refuse' | 'cascade'][] = [
  ['lived_interaction', 'customer_id', 'customer', 'cascade'],
  ['customer_experience', 'customer_id', 'customer', 'cascade'],
  ['touch', 'campaign_id', 'campaign', 'refuse'],
  ['order_line', 'order_id', 'sales_order', 'cascade'],
  ['order_line', 'product_id', 'product', 'refuse'],
];

/** Rows that are written anew with every set about their customer, and of which mostly no indexed column changes: room beside them keeps their indexes untouched. */
const rewritten = ['lived_interaction', 'customer_experience', 'customer_stage', 'ticket'];

/** More keys that intake proves (decision 0016), and room for rows that change often (decision 0030). */
export class RoomForRows1795212000065 implements MigrationInterface {
  name = 'RoomForRows1795212000065';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, to, then] of proven)
      await runner.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_fkey;
        CREATE TRIGGER held_by_${table}_${column} AFTER DELETE ON ${to} REFERENCING OLD TABLE AS gone
          FOR EACH STATEMENT EXECUTE FUNCTION hold_reference('${table}', '${column}', '${then}');
      `);
    for (const table of rewritten) await runner.query(`ALTER TABLE ${table} SET (fillfactor = 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of rewritten) await runner.query(`ALTER TABLE ${table} RESET (fillfactor)`);
    for (const [table, column, to, then] of proven)
      await runner.query(`
        DROP TRIGGER held_by_${table}_${column} ON ${to};
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey
          FOREIGN KEY (${column}) REFERENCES ${to} ${then === 'cascade' ? 'ON DELETE CASCADE' : ''};
      `);
  }
}
