import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What we do with tickets here, beside what their sources say: work, teams, macros, presence, hours, policies and clocks. */
export class Desk1795212001018 implements MigrationInterface {
  name = 'Desk1795212001018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE ticket_numbers AS integer START 1001;
      CREATE TABLE team (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        member_ids uuid[] NOT NULL DEFAULT '{}',
        removed_at timestamptz
      );
      ALTER TABLE ticket
        ADD COLUMN over jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN assignee_id uuid REFERENCES app_user ON DELETE SET NULL,
        ADD COLUMN team_id uuid REFERENCES team ON DELETE SET NULL,
        ADD COLUMN cause text CHECK (cause IN ('defect', 'how-to', 'expectation', 'other')),
        ADD COLUMN followers uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN ending text[] NOT NULL DEFAULT '{}',
        ADD COLUMN merged_into_id uuid REFERENCES ticket ON DELETE SET NULL;
      CREATE INDEX ticket_at_work ON ticket (opened_at DESC, id DESC)
        WHERE status IN ('new', 'open', 'pending', 'hold') AND merged_into_id IS NULL;
      CREATE INDEX ticket_newest ON ticket (opened_at DESC, id DESC);
      CREATE INDEX ticket_assigned ON ticket (assignee_id, opened_at DESC) WHERE assignee_id IS NOT NULL;
      CREATE INDEX ticket_merged ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;
      ALTER TABLE message
        ADD COLUMN author_id uuid REFERENCES app_user ON DELETE SET NULL,
        ADD COLUMN placed_in_id uuid REFERENCES ticket ON DELETE SET NULL,
        ADD COLUMN ticket_before jsonb;
      CREATE INDEX message_placed ON message (placed_in_id, at, id) WHERE placed_in_id IS NOT NULL;
      CREATE TABLE ticket_event (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        at timestamptz NOT NULL,
        field text NOT NULL,
        before text,
        after text,
        actor_id uuid REFERENCES app_user ON DELETE SET NULL,
        actor_name text,
        message_id uuid,
        signal_id uuid
      );
      CREATE INDEX ticket_event_by_ticket ON ticket_event (ticket_id, at, id);
      CREATE TABLE ticket_link (
        ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        other_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('related', 'split')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (ticket_id, other_id)
      );
      CREATE INDEX ticket_link_back ON ticket_link (other_id);
      CREATE TABLE ticket_presence (
        ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        user_name text NOT NULL,
        doing text NOT NULL CHECK (doing IN ('looking', 'replying', 'noting')),
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (ticket_id, user_id)
      );
      CREATE TABLE macro (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        bodies jsonb NOT NULL DEFAULT '{}',
        change jsonb NOT NULL DEFAULT '{}',
        uses integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE TABLE business_hours (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        time_zone text NOT NULL,
        week jsonb NOT NULL,
        holidays jsonb NOT NULL DEFAULT '[]',
        removed_at timestamptz
      );
      CREATE TABLE sla_policy (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        place integer NOT NULL,
        priorities text[] NOT NULL DEFAULT '{}',
        channels text[] NOT NULL DEFAULT '{}',
        customer_tags text[] NOT NULL DEFAULT '{}',
        stages text[] NOT NULL DEFAULT '{}',
        first_reply_minutes integer CHECK (first_reply_minutes > 0),
        next_reply_minutes integer CHECK (next_reply_minutes > 0),
        resolution_minutes integer CHECK (resolution_minutes > 0),
        hours_id uuid REFERENCES business_hours ON DELETE SET NULL,
        removed_at timestamptz
      );
      CREATE TABLE clock (
        ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('first-reply', 'next-reply', 'resolution')),
        turn integer NOT NULL,
        policy_id uuid NOT NULL REFERENCES sla_policy ON DELETE CASCADE,
        state text NOT NULL CHECK (state IN ('running', 'paused', 'kept', 'broken')),
        started_at timestamptz NOT NULL,
        target_minutes integer NOT NULL,
        used_seconds double precision NOT NULL,
        due_at timestamptz,
        warn_at timestamptz,
        broken_at timestamptz,
        stopped_at timestamptz,
        PRIMARY KEY (ticket_id, kind, turn)
      );
      CREATE INDEX clock_due ON clock (due_at) WHERE state = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE clock, sla_policy, business_hours, macro, ticket_presence, ticket_link, ticket_event;
      ALTER TABLE message DROP COLUMN author_id, DROP COLUMN placed_in_id, DROP COLUMN ticket_before;
      ALTER TABLE ticket DROP COLUMN over, DROP COLUMN assignee_id, DROP COLUMN team_id, DROP COLUMN cause, DROP COLUMN followers,
        DROP COLUMN ending, DROP COLUMN merged_into_id;
      DROP TABLE team;
      DROP SEQUENCE ticket_numbers;
    `);
  }
}
