import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers lived, what they will remember, and what is usual. */
export class Experience1795212000015 implements MigrationInterface {
  name = 'Experience1795212000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interaction ADD COLUMN moments jsonb;

      CREATE TABLE lived_interaction (
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
        title text NOT NULL,
        department text NOT NULL,
        touchpoint text NOT NULL,
        channel text NOT NULL,
        began_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        moments jsonb NOT NULL,
        n integer NOT NULL,
        known integer NOT NULL,
        minutes double precision NOT NULL,
        known_minutes double precision NOT NULL,
        total double precision,
        mean double precision,
        peak double precision,
        peak_at timestamptz,
        end_value double precision,
        remembered double precision,
        outcome text NOT NULL,
        usual_mean double precision,
        usual_sd double precision,
        usual_n integer NOT NULL,
        surprise double precision,
        salience double precision,
        share double precision NOT NULL,
        regretted boolean,
        levers text[] NOT NULL,
        marks text[] NOT NULL,
        settings text NOT NULL,
        PRIMARY KEY (subject_id, subject_type)
      );
      CREATE INDEX lived_by_customer ON lived_interaction (customer_id, began_at DESC, subject_id DESC);
      CREATE INDEX lived_by_time ON lived_interaction (began_at);

      CREATE TABLE customer_experience (
        customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
        n integer NOT NULL,
        known integer NOT NULL,
        interactions integer NOT NULL,
        measured integer NOT NULL,
        minutes double precision NOT NULL,
        known_minutes double precision NOT NULL,
        total double precision,
        mean double precision,
        memory_mean double precision,
        memories integer NOT NULL,
        half_until timestamptz,
        outcomes jsonb NOT NULL,
        irrelevance jsonb NOT NULL,
        last_outcome text,
        fade_streak integer NOT NULL,
        failures jsonb NOT NULL,
        orders integer NOT NULL,
        regretted integer NOT NULL,
        last_order_at timestamptz,
        gap_days double precision,
        gap_by text,
        memorable_good integer NOT NULL,
        memorable_bad integer NOT NULL,
        anchors integer NOT NULL,
        contacts integer NOT NULL,
        preferred_channel text,
        preferred_share double precision,
        no_repeat_share double precision,
        recommended_at jsonb NOT NULL,
        due_at timestamptz,
        settings text NOT NULL
      );
      CREATE INDEX experience_due ON customer_experience (due_at) WHERE due_at IS NOT NULL;

      CREATE TABLE experience_usual (
        measure text NOT NULL,
        touchpoint text NOT NULL,
        channel text NOT NULL,
        week integer NOT NULL,
        n integer NOT NULL,
        mean double precision NOT NULL,
        sd double precision NOT NULL,
        PRIMARY KEY (week, measure, touchpoint, channel)
      );

      ALTER TABLE customer_summary
        ADD COLUMN experienced double precision,
        ADD COLUMN memory_mean double precision,
        ADD COLUMN half_remembered_until timestamptz,
        ADD COLUMN last_outcome text,
        ADD COLUMN fade_streak integer NOT NULL DEFAULT 0;
      CREATE INDEX summary_by_memory ON customer_summary (coalesce(half_remembered_until, 'infinity'::timestamptz), customer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customer_summary DROP COLUMN experienced, DROP COLUMN memory_mean, DROP COLUMN half_remembered_until,
        DROP COLUMN last_outcome, DROP COLUMN fade_streak;
      DROP TABLE experience_usual, customer_experience, lived_interaction;
      ALTER TABLE interaction DROP COLUMN moments;
    `);
  }
}
