import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, and the folding of text that search and sorting use. */
export class Ground1795212000001 implements MigrationInterface {
  name = 'Ground1795212000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      -- Lower case without diacritics ("Țurcanu" → "turcanu"). unaccent() is only STABLE because its dictionary could
      -- change; naming the dictionary fixes it, so that the result may be indexed.
      CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION fold(text)`);
  }
}
