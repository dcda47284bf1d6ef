import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fits of repeat buying with what became of them at their gate, what is expected of each buyer, and the behaviour that attachment counts. */
export class RepeatBuying1795212000070 implements MigrationInterface {
  name = 'RepeatBuying1795212000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE repeat_fit (
        id uuid PRIMARY KEY,
        currency text NOT NULL,
        version integer NOT NULL,
        fitted_at timestamptz NOT NULL,
        day integer NOT NULL,
        orders integer NOT NULL,
        held_out_days integer NOT NULL,
        passed boolean NOT NULL,
        reasons text[] NOT NULL,
        parameters jsonb,
        gate jsonb NOT NULL,
        calibration jsonb NOT NULL,
        again jsonb NOT NULL,
        baskets jsonb NOT NULL,
        upper double precision,
        settings text NOT NULL,
        UNIQUE (currency, version)
      );
      CREATE TABLE repeat_buyer (
        customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
        currency text NOT NULL,
        fit_id uuid NOT NULL REFERENCES repeat_fit ON DELETE CASCADE,
        day integer NOT NULL,
        purchases integer NOT NULL,
        first_day integer NOT NULL,
        last_day integer NOT NULL,
        alive double precision,
        expected90 double precision,
        expected365 double precision,
        low365 integer,
        high365 integer,
        again365 double precision,
        basket double precision,
        value365 double precision,
        PRIMARY KEY (customer_id, currency)
      );
      CREATE INDEX repeat_buyer_fit ON repeat_buyer (fit_id);
      CREATE TABLE customer_behaviour (
        customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
        value double precision NOT NULL,
        day integer NOT NULL,
        settings text NOT NULL
      );
      CREATE INDEX order_line_by_product ON order_line (product_id, order_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX order_line_by_product; DROP TABLE customer_behaviour, repeat_buyer, repeat_fit',
    );
  }
}
