import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reviews and mentions are answered: where each stands, what was done with it, and its clock. One may be nobody's yet. Policies say whether
 * they speak of tickets or of voices, and every clock of a voice is a promise, without a copy (decision 0036).
 */
export class ReviewsAreAnswered1795212001140 implements MigrationInterface {
  name = 'ReviewsAreAnswered1795212001140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review ALTER customer_id DROP NOT NULL, ALTER source_record_id DROP NOT NULL, ADD author_name text, ADD language text;
      CREATE TABLE review_case (
        review_id uuid PRIMARY KEY REFERENCES review ON DELETE CASCADE,
        status text NOT NULL CHECK (status IN ('new', 'waiting', 'answered', 'dismissed')),
        reason text,
        received_at timestamptz NOT NULL,
        assignee_id uuid REFERENCES app_user,
        assignee_name text,
        reply text,
        reply_url text,
        answered_at timestamptz,
        answered_by_name text,
        ticket_id uuid,
        decision_id uuid,
        is_weighed boolean NOT NULL DEFAULT false,
        policy_id uuid REFERENCES sla_policy ON DELETE SET NULL,
        clock_state text CHECK (clock_state IN ('running', 'paused', 'kept', 'broken')),
        clock_started_at timestamptz,
        target_minutes integer,
        used_seconds double precision,
        due_at timestamptz,
        promised_at timestamptz,
        warn_at timestamptz,
        broken_at timestamptz,
        stopped_at timestamptz
      );
      CREATE INDEX review_case_open ON review_case (due_at) WHERE status IN ('new', 'waiting');
      CREATE INDEX review_case_unweighed ON review_case (received_at) WHERE NOT is_weighed;
      CREATE TABLE review_event (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES review ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('answered', 'dismissed', 'waiting', 'resumed', 'reopened', 'assigned', 'note', 'ticket', 'linked')),
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES app_user,
        actor_name text,
        words text,
        value text,
        taken_back_at timestamptz
      );
      CREATE INDEX review_event_by_review ON review_event (review_id, at, id);
      CREATE TABLE review_rule (
        id text PRIMARY KEY CHECK (id = 'low'),
        rating_at_most double precision NOT NULL,
        owner_id uuid REFERENCES app_user,
        active_since timestamptz,
        promised text
      );
      CREATE INDEX review_by_time ON review (at DESC, id DESC);

      ALTER TABLE sla_policy ADD about text NOT NULL DEFAULT 'ticket' CHECK (about IN ('ticket', 'voice')), ADD rating_at_most double precision;

      -- What is known already: what reached us long after it was written is over; of the rest nobody has said anything yet.
      INSERT INTO review_case (review_id, status, reason, received_at, is_weighed)
      SELECT id, CASE WHEN at < now() - interval '60 days' THEN 'dismissed' ELSE 'new' END,
             CASE WHEN at < now() - interval '60 days' THEN 'too-old' END, at, true FROM review;

      CREATE OR REPLACE VIEW given_promise AS
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
         WHERE t.customer_id IS NOT NULL AND t.source_record_id IS NOT NULL AND c.promised_at IS NOT NULL
        UNION ALL
        SELECT md5(r.id::text || 'first-reply')::uuid, r.source_id, 'clock first-reply ' || r.source_key,
               r.customer_id, r.source_record_id, 'reply', coalesce(r.title, r.product_name, r.site, 'Review'),
               lower(coalesce(r.site, 'web')), 'marketing', NULL::text,
               k.clock_started_at, k.promised_at, NULL::jsonb, k.assignee_name, k.assignee_id, 'Review', r.id, k.stopped_at, NULL::text,
               NULL::timestamptz, NULL::timestamptz, k.clock_started_at, NULL::uuid, 'first-reply'
          FROM review_case k JOIN review r ON r.id = k.review_id
         WHERE r.customer_id IS NOT NULL AND r.source_record_id IS NOT NULL AND k.promised_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW given_promise AS
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
      ALTER TABLE sla_policy DROP about, DROP rating_at_most;
      DROP INDEX review_by_time;
      DROP TABLE review_rule, review_event, review_case;
      DELETE FROM review WHERE customer_id IS NULL;
      ALTER TABLE review ALTER customer_id SET NOT NULL, ALTER source_record_id SET NOT NULL, DROP author_name, DROP language;
    `);
  }
}
