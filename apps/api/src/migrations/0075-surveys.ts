import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys: what we ask by ourselves, whom about what, and on what an answer hangs; letters say how no more of them are wished. */
export class Surveys1795212000075 implements MigrationInterface {
  name = 'Surveys1795212000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE survey (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        occasion text NOT NULL CHECK (occasion IN ('ticket-solved', 'stage-entered')),
        stage text,
        channel text,
        instrument text NOT NULL CHECK (instrument IN ('csat', 'ces', 'nps')),
        look text NOT NULL CHECK (look IN ('numbers', 'faces', 'thumbs')),
        asks_why boolean NOT NULL,
        delay_minutes integer NOT NULL,
        wording jsonb NOT NULL DEFAULT '{}',
        rest_days integer NOT NULL,
        needs_consent boolean NOT NULL,
        low_at_most integer,
        low_move text NOT NULL CHECK (low_move IN ('nothing', 'task', 'ticket')),
        low_owner_id uuid REFERENCES app_user ON DELETE SET NULL,
        active_since timestamptz,
        removed_at timestamptz
      );
      CREATE TABLE survey_invitation (
        id uuid PRIMARY KEY,
        survey_id uuid NOT NULL REFERENCES survey,
        event_key text NOT NULL UNIQUE,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        subject_type text,
        subject_id uuid,
        channel text NOT NULL,
        instrument text NOT NULL,
        look text NOT NULL,
        asks_why boolean NOT NULL,
        question text,
        language text NOT NULL,
        happened_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'leaving', 'asked', 'answered', 'silent')),
        silence text,
        via text,
        token_hash text UNIQUE,
        asked_at timestamptz,
        answered_at timestamptz,
        value integer,
        comment text,
        opened_type text,
        opened_id uuid,
        left_at timestamptz
      );
      CREATE INDEX survey_invitation_due ON survey_invitation (due_at) WHERE state = 'waiting';
      CREATE INDEX survey_invitation_by_customer ON survey_invitation (customer_id, asked_at DESC);
      CREATE INDEX survey_invitation_by_subject ON survey_invitation (subject_id);
      CREATE INDEX survey_invitation_by_survey ON survey_invitation (survey_id);
      CREATE INDEX timeline_solved ON timeline_entry (at) WHERE kind = 'ticket-solved';
      ALTER TABLE letter ADD unsubscribe_url text;
      ALTER TABLE survey_answer ADD subject_type text, ADD subject_id uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE survey_answer DROP subject_type, DROP subject_id;
      ALTER TABLE letter DROP unsubscribe_url;
      DROP INDEX timeline_solved;
      DROP TABLE survey_invitation;
      DROP TABLE survey;
    `);
  }
}
