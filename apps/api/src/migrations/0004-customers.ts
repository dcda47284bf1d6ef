import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The golden record of customers and companies, and the summary that lists read. */
export class Customers1795212000004 implements MigrationInterface {
  name = 'Customers1795212000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE company (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        sort_name text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED,
        -- The name without its legal form, folded by identity's own rules: equal names are one company.
        match_name text NOT NULL,
        domain text,
        industry text,
        phone text,
        city text,
        country text,
        website text,
        owner_name text,
        golden jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL
      );
      CREATE INDEX company_match_name ON company (match_name);
      CREATE INDEX company_domain ON company (domain) WHERE domain IS NOT NULL;
      CREATE INDEX company_search ON company USING gin (sort_name gin_trgm_ops);
      -- golden: attribute → { value, recordId, source, rule, at }: which record each value was taken from, and why.
      CREATE TABLE customer (
        id uuid PRIMARY KEY,
        display_name text NOT NULL,
        sort_name text NOT NULL GENERATED ALWAYS AS (fold(display_name)) STORED,
        given_name text,
        family_name text,
        name_suffix text,
        email text,
        phone text,
        job_title text,
        language text,
        time_zone text,
        city text,
        country text,
        birth_date text,
        website text,
        owner_name text,
        lifecycle text,
        tags text[] NOT NULL DEFAULT '{}',
        golden jsonb NOT NULL DEFAULT '{}',
        merged_into uuid REFERENCES customer,
        created_at timestamptz NOT NULL
      -- A golden record of two kilobytes stays in its row: packing it away cost as much as writing it.
      ) WITH (toast_tuple_target = 8160);
      CREATE INDEX customer_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL;
      CREATE TABLE customer_summary (
        customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
        display_name text NOT NULL,
        sort_name text NOT NULL,
        email text,
        phone text,
        company_id uuid,
        company_name text,
        country text,
        language text,
        owner_name text,
        tags text[] NOT NULL DEFAULT '{}',
        stage text,
        stage_since timestamptz,
        open_deals integer NOT NULL DEFAULT 0,
        open_deal_value numeric(14,2) NOT NULL DEFAULT 0,
        won_value numeric(14,2) NOT NULL DEFAULT 0,
        currency text,
        orders integer NOT NULL DEFAULT 0,
        open_tickets integer NOT NULL DEFAULT 0,
        tickets integer NOT NULL DEFAULT 0,
        email_consent text,
        last_interaction_at timestamptz,
        last_interaction_kind text,
        last_department text,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX summary_by_name ON customer_summary (sort_name, customer_id);
      CREATE INDEX summary_by_last ON customer_summary ((coalesce(last_interaction_at, '-infinity'::timestamptz)) DESC, customer_id DESC);
      CREATE INDEX summary_by_deal_value ON customer_summary (open_deal_value DESC, customer_id DESC);
      CREATE INDEX summary_by_tickets ON customer_summary (open_tickets DESC, customer_id DESC);
      CREATE INDEX summary_by_created ON customer_summary (created_at DESC, customer_id DESC);
      CREATE INDEX summary_by_stage ON customer_summary (stage, sort_name, customer_id);
      CREATE INDEX summary_by_owner ON customer_summary (owner_name, sort_name, customer_id);
      CREATE INDEX summary_by_company ON customer_summary (company_id) WHERE company_id IS NOT NULL;
      -- What the search looks at, beside the summary and not in it: five subjects update a summary for each thing that happens, and
      -- each time PostgreSQL would write the trigrams again.
      CREATE TABLE customer_words (
        customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
        words text NOT NULL,
        company text NOT NULL DEFAULT '',
        search_text text NOT NULL GENERATED ALWAYS AS (words || ' ' || company) STORED
      );
      CREATE INDEX customer_words_search ON customer_words USING gin (search_text gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE customer_words, customer_summary, customer, company`);
  }
}
