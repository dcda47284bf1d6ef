import { Command } from 'commander';
import { OperatorMistake } from './operator-mistake.ts';
import { printResult } from './print-result.ts';

interface ResolveOptions {
  in: string;
  map: string;
  out: string;
  decisions?: string;
  json?: boolean;
}

const n = (count: number) => count.toLocaleString('en');

/** `ancora resolve`: whose is each record of some files? Without a database. */
export const resolveCommand = () =>
  new Command('resolve')
    .description(
      'Find the records of one or more files that are the same people or organisations. Needs no database.',
    )
    .requiredOption(
      '--in <files>',
      'CSV with a header or JSON lines, plain or gzip; several with commas between',
    )
    .requiredOption('--map <file>', 'JSON that says which column is which field')
    .requiredOption('--out <file>', 'where to write record_id,cluster_id')
    .option('--decisions <file>', 'where to write a,b,probability,outcome of each pair that was near')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ in: list, map, out, decisions, json }: ResolveOptions) => {
      const files = list
        .split(',')
        .map((file) => file.trim())
        .filter(Boolean);
      if (files.length === 0) throw new OperatorMistake('Name at least one file to resolve.');
      // Only this command needs the engine: `--help` answers at once.
      const { resolveFiles } = await import('#modules/identity');
      const report = await resolveFiles({ files, map, out, ...(decisions ? { decisions } : {}) });
      const { heldClusters, ...told } = report;
      // The line of JSON is what programs read: this is said beside it.
      if (heldClusters > 0 && json)
        process.stderr.write(
          `${n(heldClusters)} clusters grew suspiciously large and are held for review.\n`,
        );
      printResult(json, told, [
        `${n(report.records)} records are ${n(report.clusters)} ${report.clusters === 1 ? 'entity' : 'entities'}: ${n(report.automaticPairs)} pairs sure, ${n(report.reviewPairs)} for a person to look at.`,
        ...(heldClusters > 0 ? [`${n(heldClusters)} grew suspiciously large and are held for review.`] : []),
        `${report.seconds} s, ${n(report.peakMiB)} MiB at most.`,
      ]);
    });
