import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pipelines, deals, products, orders and returns. */
export class Sales1795212000008 implements MigrationInterface {
  name = 'Sales1795212000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pipeline (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        name text NOT NULL,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE TABLE pipeline_stage (
        id uuid PRIMARY KEY,
        pipeline_id uuid NOT NULL REFERENCES pipeline ON DELETE CASCADE,
        source_key text NOT NULL,
        name text NOT NULL,
        position integer NOT NULL DEFAULT 0,
        probability numeric(5,4),
        outcome text NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
        observed_at timestamptz NOT NULL,
        UNIQUE (pipeline_id, source_key)
      );
      CREATE TABLE deal (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        name text NOT NULL,
        pipeline_id uuid REFERENCES pipeline,
        stage_id uuid REFERENCES pipeline_stage,
        stage_name text,
        outcome text NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
        amount numeric(14,2),
        currency text,
        probability numeric(5,4),
        close_date date,
        owner_name text,
        customer_id uuid REFERENCES customer,
        source_record_id uuid REFERENCES source_record,
        company_id uuid REFERENCES company,
        opened_at timestamptz,
        closed_at timestamptz,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX deal_by_customer ON deal (customer_id, outcome, close_date);
      CREATE INDEX deal_by_company ON deal (company_id);
      CREATE TABLE deal_person (
        deal_id uuid NOT NULL REFERENCES deal ON DELETE CASCADE,
        source_record_id uuid NOT NULL REFERENCES source_record,
        customer_id uuid NOT NULL REFERENCES customer,
        is_main boolean NOT NULL DEFAULT false,
        PRIMARY KEY (deal_id, source_record_id)
      );
      CREATE INDEX deal_person_customer ON deal_person (customer_id);
      CREATE TABLE product (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        name text NOT NULL,
        sku text,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE TABLE sales_order (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES source,
        source_key text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customer,
        source_record_id uuid NOT NULL REFERENCES source_record,
        company_id uuid REFERENCES company,
        number text,
        status text NOT NULL CHECK (status IN ('placed', 'fulfilled', 'cancelled', 'returned', 'refunded')),
        total numeric(14,2) NOT NULL DEFAULT 0,
        currency text,
        ordered_at timestamptz NOT NULL,
        returned_at timestamptz,
        observed_at timestamptz NOT NULL,
        signal_id uuid,
        UNIQUE (source_id, source_key)
      );
      CREATE INDEX sales_order_by_customer ON sales_order (customer_id, ordered_at DESC);
      CREATE TABLE order_line (
        order_id uuid NOT NULL REFERENCES sales_order ON DELETE CASCADE,
        line_key text NOT NULL,
        product_id uuid REFERENCES product,
        quantity numeric(14,3) NOT NULL,
        unit_price numeric(14,4) NOT NULL,
        returned_quantity numeric(14,3) NOT NULL DEFAULT 0,
        PRIMARY KEY (order_id, line_key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE order_line, sales_order, product, deal_person, deal, pipeline_stage, pipeline`,
    );
  }
}
