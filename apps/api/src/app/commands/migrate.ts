import { Command } from 'commander';
import { openHouse } from '../open-house.ts';
import { makeTeller } from '../progress.ts';
import { printResult } from './print-result.ts';

/** `ancora migrate`: brings the database to the newest version and stops. */
export const migrateCommand = () =>
  new Command('migrate')
    .description('Bring the database to the newest version, then stop.')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ json }: { json?: boolean }) => {
      const teller = makeTeller();
      const house = await openHouse({ say: (doing) => teller.tell({ doing }) });
      const { migrated } = house;
      await house.close();
      printResult(
        json,
        { migrated },
        migrated.length > 0
          ? migrated.map((name) => `Ran ${name}`)
          : 'The database is already at the newest version.',
      );
    });
