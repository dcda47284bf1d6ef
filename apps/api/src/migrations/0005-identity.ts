import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Source records that are never overwritten, what identifies them, who they belong to, and every decision about it. */
export class Identity1795212000005 implements MigrationInterface {
  name = 'Identity1795212000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE source_record (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        kind text NOT NULL CHECK (kind IN ('person', 'company')),
        source_key text NOT NULL,
        customer_id uuid REFERENCES customer,
        company_id uuid REFERENCES company,
        created_at timestamptz NOT NULL,
        -- The fold of its versions: what the record says now, kept here so that deciding reads one row a record.
        current jsonb NOT NULL DEFAULT '{"at": "", "values": {}}',
        UNIQUE (source_id, kind, source_key)
      );
      CREATE INDEX source_record_customer ON source_record (customer_id) WHERE customer_id IS NOT NULL;
      CREATE INDEX source_record_company ON source_record (company_id) WHERE company_id IS NOT NULL;
      CREATE TABLE source_record_version (
        id uuid PRIMARY KEY,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        signal_id uuid,
        observed_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        profile json NOT NULL,
        normalisation smallint NOT NULL
      );
      CREATE INDEX source_record_version_record ON source_record_version (source_record_id, observed_at DESC);
      CREATE INDEX source_record_version_signal ON source_record_version (signal_id);
      CREATE TABLE identifier (
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        kind text NOT NULL,
        value text NOT NULL,
        raw text NOT NULL,
        -- A phone as its country writes it: worked out when it is written, so that showing it needs no grammar of phones.
        shown text,
        weak boolean NOT NULL DEFAULT false,
        PRIMARY KEY (source_record_id, kind, value)
      );
      CREATE INDEX identifier_value ON identifier (kind, value) INCLUDE (source_record_id, weak);
      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        actor_kind text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        reason text,
        record_ids uuid[] NOT NULL,
        customer_ids uuid[] NOT NULL,
        evidence jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX decision_customers ON decision USING gin (customer_ids);
      CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        customer_id uuid NOT NULL REFERENCES customer,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz,
        cause text NOT NULL,
        decision_id uuid REFERENCES decision
      );
      CREATE UNIQUE INDEX membership_current ON membership (source_record_id) WHERE valid_to IS NULL;
      CREATE INDEX membership_customer ON membership (customer_id);
      CREATE TABLE customer_redirect (
        id uuid PRIMARY KEY,
        old_id uuid NOT NULL REFERENCES customer,
        new_id uuid NOT NULL REFERENCES customer,
        decision_id uuid NOT NULL REFERENCES decision,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz
      );
      CREATE UNIQUE INDEX customer_redirect_current ON customer_redirect (old_id) WHERE valid_to IS NULL;
      CREATE TABLE doubt (
        id uuid PRIMARY KEY,
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        candidate_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        reasons jsonb NOT NULL,
        -- How likely the two are one person, by the engine; none where it could not compare.
        probability real,
        status text NOT NULL DEFAULT 'open',
        created_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        decided_by uuid REFERENCES app_user,
        decision_id uuid REFERENCES decision,
        UNIQUE (source_record_id, candidate_record_id)
      );
      CREATE INDEX doubt_open ON doubt (created_at DESC, id DESC) WHERE status = 'open';
      CREATE TABLE cannot_link (
        record_a uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        record_b uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        decision_id uuid NOT NULL REFERENCES decision,
        PRIMARY KEY (record_a, record_b),
        CHECK (record_a < record_b)
      );
      CREATE TABLE affiliation (
        source_record_id uuid NOT NULL REFERENCES source_record ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES company,
        customer_id uuid NOT NULL REFERENCES customer,
        role text,
        is_main boolean NOT NULL DEFAULT false,
        observed_at timestamptz NOT NULL,
        PRIMARY KEY (source_record_id, company_id)
      );
      CREATE INDEX affiliation_customer ON affiliation (customer_id);
      CREATE INDEX affiliation_company ON affiliation (company_id);
      -- What the last run over everybody left for telling one more record.
      -- Runs number from 0 on; whoever comes between two runs is numbered from here.
      CREATE SEQUENCE match_number AS integer MINVALUE 1000000000 CYCLE;
      CREATE TABLE match_record (
        source_record_id uuid PRIMARY KEY REFERENCES source_record ON DELETE CASCADE,
        number integer NOT NULL UNIQUE DEFAULT nextval('match_number'),
        source text NOT NULL,
        kind smallint NOT NULL,
        suffix smallint NOT NULL,
        -- Read whole and never looked into: the text as it was written costs less than jsonb.
        "values" json NOT NULL,
        entity integer,
        normalisation smallint NOT NULL
      );
      -- No foreign key: checking seven million would take longer than all else. A key of nobody finds nobody, and goes with the next run.
      CREATE TABLE match_key (
        key bigint NOT NULL,
        number integer NOT NULL,
        PRIMARY KEY (key, number)
      );
      -- What is forgotten is forgotten with its keys. Numbers rise, so this index grows at its end.
      CREATE INDEX match_key_number ON match_key (number);
      CREATE TABLE match_value (
        of_column smallint NOT NULL,
        mark bigint NOT NULL,
        records integer NOT NULL,
        share real NOT NULL,
        common boolean NOT NULL,
        PRIMARY KEY (of_column, mark)
      );
      CREATE TABLE match_model (
        id uuid PRIMARY KEY,
        made_at timestamptz NOT NULL,
        normalisation smallint NOT NULL,
        records integer NOT NULL,
        models jsonb NOT NULL,
        rare jsonb NOT NULL,
        active boolean NOT NULL DEFAULT true,
        held_because text,
        settings jsonb NOT NULL DEFAULT '{}',
        report jsonb NOT NULL DEFAULT '{}'
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE match_model, match_value, match_key, match_record, affiliation, cannot_link, doubt, customer_redirect, membership, decision, identifier, source_record_version, source_record; DROP SEQUENCE match_number`,
    );
  }
}
