import { Command } from 'commander';
import { printResult } from './print-result.ts';
import { withHouse } from './with-house.ts';

const n = (count: number) => count.toLocaleString('en');

/** `ancora identify`: looks at everybody again. */
export const identifyCommand = () =>
  new Command('identify')
    .description(
      'Look at everybody again: learn how records agree, raise the cases that were not known, join those that are safe.',
    )
    .option('--propose-only', 'raise cases, join nobody')
    .option(
      '--publish',
      'also when more moves than does from one run to the next: you have seen why the last one was held',
    )
    .option('--json', 'print the result as one JSON line')
    .action(
      async ({
        proposeOnly,
        publish,
        json,
      }: {
        proposeOnly?: boolean;
        publish?: boolean;
        json?: boolean;
      }) => {
        const report = await withHouse(async (house, tell) => {
          const { houseRules, identifyEverybody } = await import('#modules/identity');
          tell({ doing: 'Looking at everybody' });
          return identifyEverybody(house.database, houseRules(), {
            link: !proposeOnly,
            publish: publish ?? false,
          });
        });
        printResult(json, report, [
          `${n(report.records)} records of ${n(report.customers)} customers. One by one they had come to the customers of this run by ${(100 * report.agreement).toFixed(1)} % (B³).`,
          report.heldBecause
            ? `Held, nothing was changed: ${report.heldBecause}`
            : `${n(report.linked)} joined, ${n(report.split)} parted; ${n(report.doubts)} new cases for a person to look at, ${n(report.dropped)} that are none any more${report.runIds.length > 0 ? ` (to take back: ${report.runIds.join(', ')})` : ''}.`,
        ]);
      },
    );
