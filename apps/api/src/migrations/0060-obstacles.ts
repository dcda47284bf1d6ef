import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in the way of customers: events of cases, how hard each case was, obstacles and where they were met. */
export class Obstacles1795212000060 implements MigrationInterface {
  name = 'Obstacles1795212000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_event (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        case_key text NOT NULL,
        customer_id uuid REFERENCES customer,
        source_record_id uuid REFERENCES source_record,
        activity text NOT NULL,
        form text NOT NULL,
        actor text NOT NULL,
        channel text,
        owner text,
        solves boolean NOT NULL,
        place integer,
        attributes jsonb NOT NULL DEFAULT '{}',
        at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX case_event_by_case ON case_event (source_id, case_key, at);
      CREATE INDEX case_event_by_customer ON case_event (customer_id);
      CREATE TABLE case_friction (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        case_key text NOT NULL,
        ticket_id uuid REFERENCES ticket ON DELETE CASCADE,
        record_id uuid REFERENCES source_record,
        title text NOT NULL,
        channel text,
        opened_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        is_solved boolean NOT NULL,
        events integer NOT NULL,
        ease double precision NOT NULL,
        counts jsonb NOT NULL DEFAULT '{}',
        as_of timestamptz NOT NULL,
        settings text NOT NULL,
        UNIQUE (source_id, case_key)
      );
      CREATE INDEX case_friction_by_record ON case_friction (record_id, opened_at DESC, id DESC);
      CREATE INDEX case_friction_by_time ON case_friction (opened_at);
      CREATE INDEX case_friction_by_ticket ON case_friction (ticket_id);
      CREATE TABLE obstacle (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('loop', 'handoff', 'pingpong', 'channel-switch', 'stall', 'repeat-contact', 'abandon')),
        step_from text NOT NULL,
        step_to text NOT NULL,
        state text NOT NULL CHECK (state IN ('found', 'confirmed', 'dismissed', 'mended')),
        owner_id uuid REFERENCES app_user,
        owner_name text,
        decided_by_name text,
        decided_at timestamptz,
        reason text,
        mended_at timestamptz,
        mended_how text,
        found_at timestamptz NOT NULL,
        UNIQUE (kind, step_from, step_to)
      );
      CREATE TABLE obstacle_sighting (
        case_id uuid NOT NULL REFERENCES case_friction ON DELETE CASCADE,
        place integer NOT NULL,
        obstacle_id uuid NOT NULL REFERENCES obstacle,
        at timestamptz NOT NULL,
        excess_minutes double precision,
        evidence text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (case_id, place)
      );
      CREATE INDEX obstacle_sighting_by_obstacle ON obstacle_sighting (obstacle_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE obstacle_sighting, obstacle, case_friction, case_event`);
  }
}
