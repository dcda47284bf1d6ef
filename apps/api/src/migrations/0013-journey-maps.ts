import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Journeys as data, what the fold knows beside the stage, what people know better, and how long others stayed. */
export class JourneyMaps1795212000013 implements MigrationInterface {
  name = 'JourneyMaps1795212000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journey_map (
        id uuid PRIMARY KEY,
        created_at timestamptz NOT NULL,
        archived_at timestamptz
      );
      CREATE TABLE journey_version (
        id uuid PRIMARY KEY,
        map_id uuid NOT NULL REFERENCES journey_map ON DELETE CASCADE,
        number integer NOT NULL,
        document jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        saved_by text NOT NULL,
        published_at timestamptz,
        UNIQUE (map_id, number)
      );
      CREATE UNIQUE INDEX journey_draft ON journey_version (map_id) WHERE published_at IS NULL;
      ALTER TABLE customer_stage
        ADD COLUMN confidence double precision,
        ADD COLUMN reasons jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN last_fact_at timestamptz NOT NULL DEFAULT 'epoch',
        ADD COLUMN dormant_from timestamptz NOT NULL DEFAULT 'infinity',
        ADD COLUMN settings text NOT NULL DEFAULT '';
      ALTER TABLE customer_stage
        ALTER COLUMN last_fact_at DROP DEFAULT,
        ALTER COLUMN dormant_from DROP DEFAULT;
      CREATE INDEX customer_stage_settings ON customer_stage (settings);
      CREATE INDEX customer_stage_since ON customer_stage (since);
      CREATE TABLE customer_track (
        customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
        map_id uuid NOT NULL REFERENCES journey_map ON DELETE CASCADE,
        stage text NOT NULL,
        since timestamptz NOT NULL,
        because text NOT NULL,
        because_at timestamptz NOT NULL,
        history jsonb NOT NULL DEFAULT '[]',
        confidence double precision,
        reasons jsonb NOT NULL DEFAULT '[]',
        last_fact_at timestamptz NOT NULL,
        dormant_from timestamptz NOT NULL,
        settings text NOT NULL DEFAULT '',
        PRIMARY KEY (customer_id, map_id)
      );
      CREATE INDEX customer_track_by_map ON customer_track (map_id, stage);
      CREATE TABLE stage_override (
        id uuid PRIMARY KEY,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        stage text NOT NULL,
        said_stage text,
        reason text NOT NULL,
        by_id uuid REFERENCES app_user,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        undone_at timestamptz
      );
      CREATE INDEX stage_override_by_customer ON stage_override (customer_id, at);
      CREATE INDEX stage_override_by_time ON stage_override (at DESC, id DESC);
      CREATE TABLE stage_figures (
        map_id uuid NOT NULL,
        stage text NOT NULL,
        entered integer NOT NULL,
        left_it integer NOT NULL,
        median_days double precision,
        low_days double precision,
        high_days double precision,
        curve jsonb NOT NULL,
        next jsonb NOT NULL,
        counted_at timestamptz NOT NULL,
        PRIMARY KEY (map_id, stage)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stage_figures, stage_override, customer_track, journey_version, journey_map;
      ALTER TABLE customer_stage DROP COLUMN confidence, DROP COLUMN reasons, DROP COLUMN last_fact_at, DROP COLUMN dormant_from,
        DROP COLUMN settings;
    `);
  }
}
