import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers say: answers to surveys, reviews and mentions, recommendations, and what is to be mended because of it. */
export class Voice1795212000017 implements MigrationInterface {
  name = 'Voice1795212000017';

  async up(runner: QueryRunner): Promise<void> {
    const hung = `
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        signal_id uuid,
        UNIQUE (source_id, source_key),`;
    await runner.query(`
      CREATE TABLE survey_answer (${hung}
        instrument text NOT NULL CHECK (instrument IN ('nps', 'csat', 'ces', 'expectation')),
        channel text,
        department text NOT NULL,
        topic text,
        value integer,
        expected integer,
        perceived integer,
        cause text,
        product_name text,
        sku text,
        drivers jsonb NOT NULL DEFAULT '{}',
        comment text,
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        observed_at timestamptz NOT NULL
      );
      CREATE INDEX survey_answer_by_customer ON survey_answer (customer_id, asked_at DESC, id DESC);
      CREATE INDEX survey_answer_by_time ON survey_answer (asked_at, id);
      CREATE INDEX survey_answer_by_product ON survey_answer (product_name) WHERE cause IS NOT NULL;
      CREATE TABLE review (${hung}
        form text NOT NULL CHECK (form IN ('review', 'mention')),
        site text,
        rating double precision,
        sentiment double precision,
        title text,
        text text,
        url text,
        product_name text,
        sku text,
        is_public boolean NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX review_by_customer ON review (customer_id, at DESC, id DESC);
      CREATE TABLE referral (${hung}
        channel text,
        code text,
        invited_record_id uuid REFERENCES source_record,
        at timestamptz NOT NULL,
        converted_at timestamptz
      );
      CREATE INDEX referral_by_customer ON referral (customer_id, at DESC, id DESC);
      CREATE INDEX referral_by_invited ON referral (invited_record_id);
      CREATE TABLE expectation_task (
        id uuid PRIMARY KEY,
        product text NOT NULL,
        caused integer NOT NULL,
        cases integer NOT NULL,
        lower_bound double precision NOT NULL,
        mean_gap double precision,
        assignee_id uuid REFERENCES app_user,
        assignee_name text,
        made_at timestamptz NOT NULL,
        done_at timestamptz,
        done_by_name text,
        settings text NOT NULL
      );
      CREATE UNIQUE INDEX expectation_task_open ON expectation_task (product) WHERE done_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expectation_task, referral, review, survey_answer`);
  }
}
