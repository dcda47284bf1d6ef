import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is written with every row of an import and read as a whole: PostgreSQL keeps it as it was told. As `jsonb` it took each apart, sorted it and put it
 * together again, for questions into it that nobody asks (decision 0067). With what a row has that was told nothing.
 */
const whole: [table: string, column: string, unsaid?: string][] = [
  ['source_record', 'current', '{"at": "", "values": {}}'],
  ['decision', 'evidence', '{}'],
  ['customer_stage', 'history', '[]'],
  ['customer_stage', 'reasons', '[]'],
  ['customer_track', 'history', '[]'],
  ['customer_track', 'reasons', '[]'],
  ['lived_interaction', 'moments'],
  ['customer_experience', 'outcomes'],
  ['customer_experience', 'irrelevance'],
  ['customer_experience', 'failures'],
  ['customer_experience', 'recommended_at'],
];

const kept = (type: 'json' | 'jsonb'): string => {
  const tables = [...new Set(whole.map(([table]) => table))];
  // All columns of a table at once: it is written anew only once.
  return tables
    .map((name) => {
      const columns = whole.filter(([table]) => table === name);
      const changes = columns.flatMap(([, column, unsaid]) => [
        ...(unsaid ? [`ALTER COLUMN ${column} DROP DEFAULT`] : []),
        `ALTER COLUMN ${column} TYPE ${type} USING ${column}::${type}`,
        ...(unsaid ? [`ALTER COLUMN ${column} SET DEFAULT '${unsaid}'`] : []),
      ]);
      return `ALTER TABLE ${name} ${changes.join(', ')};`;
    })
    .join('\n');
};

/** JSON that is only kept is kept as text. */
export class JsonThatIsOnlyKept1795212001186 implements MigrationInterface {
  name = 'JsonThatIsOnlyKept1795212001186';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kept('json'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(kept('jsonb'));
  }
}
