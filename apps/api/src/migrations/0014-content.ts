import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The library of content, where it is placed, what was given to whom, and what is believed of its effect. */
export class Content1795212000014 implements MigrationInterface {
  name = 'Content1795212000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE content_item (
        id uuid PRIMARY KEY,
        source_id uuid REFERENCES source,
        source_key text,
        kind text NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('service', 'information', 'offer')),
        owner_id uuid REFERENCES app_user ON DELETE SET NULL,
        owner_name text,
        product text,
        tags text[] NOT NULL DEFAULT '{}',
        status text NOT NULL CHECK (status IN ('draft', 'review', 'published', 'archived')),
        version integer NOT NULL DEFAULT 1,
        published_version integer,
        created_at timestamptz NOT NULL,
        touched_at timestamptz NOT NULL,
        archived_at timestamptz,
        observed_at timestamptz NOT NULL,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX content_item_by_touch ON content_item (touched_at DESC, id DESC);
      CREATE TABLE content_version (
        item_id uuid NOT NULL REFERENCES content_item ON DELETE CASCADE,
        version integer NOT NULL CHECK (version > 0),
        status text NOT NULL CHECK (status IN ('draft', 'review', 'published')),
        claims text[] NOT NULL DEFAULT '{}',
        valid_from date,
        valid_until date,
        written_by uuid REFERENCES app_user ON DELETE SET NULL,
        written_by_name text,
        decided_by uuid REFERENCES app_user ON DELETE SET NULL,
        decided_by_name text,
        decided_at timestamptz,
        remark text,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (item_id, version)
      );
      CREATE TABLE content_file (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes integer NOT NULL CHECK (bytes > 0),
        sha256 text NOT NULL,
        data bytea NOT NULL,
        added_by uuid REFERENCES app_user ON DELETE SET NULL,
        added_at timestamptz NOT NULL
      );
      -- A file is packed already; out of line, a list of files reads none of their bytes.
      ALTER TABLE content_file ALTER COLUMN data SET STORAGE EXTERNAL;
      CREATE TABLE content_variant (
        item_id uuid NOT NULL,
        version integer NOT NULL,
        language text NOT NULL,
        title text NOT NULL,
        body text,
        link text,
        file_id uuid REFERENCES content_file,
        PRIMARY KEY (item_id, version, language),
        FOREIGN KEY (item_id, version) REFERENCES content_version ON DELETE CASCADE
      );
      CREATE INDEX content_variant_file ON content_variant (file_id) WHERE file_id IS NOT NULL;
      CREATE TABLE content_placement (
        id uuid PRIMARY KEY,
        item_id uuid NOT NULL REFERENCES content_item ON DELETE CASCADE,
        stage text NOT NULL,
        department text NOT NULL CHECK (department IN ('sales', 'marketing', 'support')),
        channel text NOT NULL DEFAULT 'any',
        language text,
        priority integer NOT NULL DEFAULT 2 CHECK (priority BETWEEN 1 AND 3),
        with_tags text[] NOT NULL DEFAULT '{}',
        in_countries text[] NOT NULL DEFAULT '{}',
        with_open_ticket boolean,
        with_open_deal boolean,
        placed_by uuid REFERENCES app_user ON DELETE SET NULL,
        placed_by_name text,
        placed_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE INDEX content_placement_cell ON content_placement (stage, department) WHERE removed_at IS NULL;
      CREATE INDEX content_placement_item ON content_placement (item_id);
      CREATE TABLE content_use (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        item_id uuid NOT NULL REFERENCES content_item,
        version integer NOT NULL,
        language text NOT NULL,
        act text NOT NULL CHECK (act IN ('inserted', 'sent', 'shown')),
        channel text NOT NULL,
        stage text,
        department text,
        place integer,
        propensity double precision,
        settings text,
        token text UNIQUE,
        user_id uuid REFERENCES app_user ON DELETE SET NULL,
        user_name text,
        at timestamptz NOT NULL,
        opened_at timestamptz,
        opens integer NOT NULL DEFAULT 0,
        undone_at timestamptz,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX content_use_by_customer ON content_use (customer_id, at DESC, id DESC);
      CREATE INDEX content_use_by_item ON content_use (item_id, at DESC, id DESC);
      CREATE TABLE content_arm (
        stage text NOT NULL,
        department text NOT NULL,
        item_id uuid NOT NULL REFERENCES content_item ON DELETE CASCADE,
        uses integer NOT NULL,
        opened integer NOT NULL,
        successes integer NOT NULL,
        failures integer NOT NULL,
        p_best double precision,
        serve double precision,
        stopped boolean NOT NULL DEFAULT false,
        settings text NOT NULL,
        reckoned_at timestamptz NOT NULL,
        PRIMARY KEY (stage, department, item_id)
      );
      CREATE INDEX content_arm_item ON content_arm (item_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE content_arm, content_use, content_placement, content_variant, content_file, content_version, content_item`,
    );
  }
}
