import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say to be one person holds like what they say to be two, also when everybody is looked at again. */
export class SaidTogether1795212000012 implements MigrationInterface {
  name = 'SaidTogether1795212000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE must_link (
        record_a uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        record_b uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        -- None where a person's own record was made for a customer.
        decision_id uuid REFERENCES decision,
        PRIMARY KEY (record_a, record_b),
        CHECK (record_a < record_b)
      );
      CREATE INDEX must_link_other ON must_link (record_b);
      CREATE INDEX cannot_link_other ON cannot_link (record_b);
      CREATE INDEX doubt_open_record ON doubt (source_record_id) WHERE status = 'open';
      CREATE INDEX doubt_open_candidate ON doubt (candidate_record_id) WHERE status = 'open';
      -- Whom people or sources have joined so far: each record of a joining decision with the first record of its customer.
      INSERT INTO must_link (record_a, record_b, decision_id)
      SELECT DISTINCT ON (1, 2) least(m.source_record_id, f.id), greatest(m.source_record_id, f.id), m.decision_id
        FROM membership m
        JOIN LATERAL (SELECT r.id FROM source_record r WHERE r.customer_id = m.customer_id ORDER BY r.id LIMIT 1) f ON f.id <> m.source_record_id
       WHERE m.valid_to IS NULL AND m.cause IN ('merge', 'link-doubt', 'source-merge');
      INSERT INTO must_link (record_a, record_b)
      SELECT least(s.id, f.id), greatest(s.id, f.id)
        FROM source_record s
        JOIN LATERAL (SELECT r.id FROM source_record r WHERE r.customer_id = s.customer_id AND r.id <> s.id ORDER BY r.id LIMIT 1) f ON true
       WHERE s.source_key LIKE 'customer:%' AND s.source_id IN (SELECT id FROM source WHERE system = 'ancora')
      ON CONFLICT (record_a, record_b) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX doubt_open_candidate; DROP INDEX doubt_open_record; DROP INDEX cannot_link_other; DROP TABLE must_link',
    );
  }
}
