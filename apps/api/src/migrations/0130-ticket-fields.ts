import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fields that a house adds to its tickets, and what stands in them. */
export class TicketFields1795212001130 implements MigrationInterface {
  name = 'TicketFields1795212001130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_field (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('text', 'number', 'date', 'yes-no', 'choice', 'several')),
        options jsonb NOT NULL DEFAULT '[]',
        aliases text[] NOT NULL DEFAULT '{}',
        is_required_to_solve boolean NOT NULL DEFAULT false,
        team_ids uuid[] NOT NULL DEFAULT '{}',
        types text[] NOT NULL DEFAULT '{}',
        data_class text NOT NULL DEFAULT 'internal' CHECK (data_class IN ('internal', 'personal', 'special')),
        place integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      ALTER TABLE ticket ADD COLUMN fields jsonb NOT NULL DEFAULT '{}', ADD COLUMN field_words jsonb NOT NULL DEFAULT '{}';
      -- Tickets without such fields, which imports bring by the million, cost this index nothing.
      CREATE INDEX ticket_by_fields ON ticket USING gin (fields) WHERE fields <> '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ticket_field;
      DROP INDEX ticket_by_fields;
      ALTER TABLE ticket DROP COLUMN fields, DROP COLUMN field_words;
    `);
  }
}
