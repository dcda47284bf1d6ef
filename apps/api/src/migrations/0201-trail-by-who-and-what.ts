import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The trail is asked for by who did something and by what was done: a rare act of years ago must not cost a walk over all of it. */
export class TrailByWhoAndWhat1795212001201 implements MigrationInterface {
  name = 'TrailByWhoAndWhat1795212001201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, id DESC) WHERE actor_id IS NOT NULL;
      CREATE INDEX audit_entry_action ON audit_entry (action, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_entry_actor, audit_entry_action');
  }
}
