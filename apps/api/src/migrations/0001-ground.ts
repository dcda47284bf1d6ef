import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, and the folding of text that search and sorting use. */
export class Ground1795212000001 implements MigrationInterface {
  name = 'Ground1795212000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      -- Lower case without diacritics ("Țurcanu" → "turcanu"). unaccent() is only STABLE because its dictionary could
      -- change; naming the dictionary fixes it, so that the result may be indexed. In SQL it would not be taken into the statement for that
      -- reason, and each call would start an executor: twice as slow.
      CREATE FUNCTION fold(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ BEGIN RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1)); END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION fold(text)`);
  }
}
