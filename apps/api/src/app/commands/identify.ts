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
    .option('--json', 'print the result as one JSON line')
    .action(async ({ proposeOnly, json }: { proposeOnly?: boolean; json?: boolean }) => {
      const report = await withHouse(async (house, tell) => {
        const { houseRules, identifyEverybody } = await import('#modules/identity');
        tell({ doing: 'Looking at everybody' });
        return identifyEverybody(house.database, houseRules(), { link: !proposeOnly });
      });
      printResult(json, report, [
        `${n(report.records)} records of ${n(report.customers)} customers; the run finds ${n(report.entities)} people, in agreement by ${(100 * report.agreement).toFixed(1)} % (B³).`,
        report.heldBecause
          ? `Held, nothing was changed: ${report.heldBecause}`
          : `${n(report.doubts)} new cases for a person to look at; ${n(report.linked)} safe ones joined${report.runIds.length > 0 ? ` (to take back: ${report.runIds.join(', ')})` : ''}.`,
      ]);
    });
