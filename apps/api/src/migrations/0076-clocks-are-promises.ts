import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every clock of a service level is a promise: read from the clocks themselves, so that there is nothing to keep in step (decision 0036). */
export class ClocksArePromises1795212001076 implements MigrationInterface {
  name = 'ClocksArePromises1795212001076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE clock ADD promised_at timestamptz;
      -- What was wound before: a clock that runs is due when it says, a broken one broke when it was due, a kept one was due later than it stopped.
      UPDATE clock SET promised_at = coalesce(due_at, broken_at, stopped_at + make_interval(secs => greatest(0, target_minutes * 60 - used_seconds)));
      CREATE VIEW given_promise AS
        SELECT p.id, p.source_id, p.source_key, p.customer_id, p.source_record_id, p.kind, p.words, p.channel, p.department, p.audience,
               p.made_at, p.due_at, p.calendar, p.promiser_name, p.promiser_id, p.subject_type, p.subject_id, p.done_at, p.evidence,
               p.withdrawn_at, p.removed_at, p.observed_at, p.signal_id, NULL::text AS service_level
          FROM promise p
        UNION ALL
        SELECT md5(c.ticket_id::text || c.kind || c.turn::text)::uuid, t.source_id, 'clock ' || c.kind || ' ' || c.turn || ' ' || t.source_key,
               t.customer_id, t.source_record_id, CASE c.kind WHEN 'resolution' THEN 'resolution' ELSE 'reply' END, t.subject,
               CASE lower(t.channel) WHEN 'voice' THEN 'phone' WHEN 'mail' THEN 'email' ELSE lower(t.channel) END, 'support', NULL::text,
               c.started_at, c.promised_at, NULL::jsonb, t.assignee_name, t.assignee_id, 'Ticket', t.id, c.stopped_at, NULL::text,
               NULL::timestamptz, NULL::timestamptz, c.started_at, NULL::uuid, c.kind
          FROM clock c JOIN ticket t ON t.id = c.ticket_id
         WHERE t.customer_id IS NOT NULL AND t.source_record_id IS NOT NULL AND c.promised_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW given_promise; ALTER TABLE clock DROP promised_at');
  }
}
