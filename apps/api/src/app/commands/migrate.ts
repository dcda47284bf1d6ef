import { Command } from 'commander';
import { printResult } from './print-result.ts';
import { withHouse } from './with-house.ts';

/** `ancora migrate`: brings the database to the newest version and stops. */
export const migrateCommand = () =>
  new Command('migrate')
    .description('Bring the database to the newest version, then stop.')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ json }: { json?: boolean }) => {
      const migrated = await withHouse(async (house) => house.migrated);
      printResult(
        json,
        { migrated },
        migrated.length > 0
          ? migrated.map((name) => `Ran ${name}`)
          : 'The database is already at the newest version.',
      );
    });
