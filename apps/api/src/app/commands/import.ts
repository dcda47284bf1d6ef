import { resolve } from 'node:path';
import { Command } from 'commander';
import type { ImportReport } from '#modules/intake';
import { OperatorMistake } from './operator-mistake.ts';
import { printResult } from './print-result.ts';
import { encodingNames, namingOption, readWish, type WishOptions } from './reading-wishes.ts';
import { readRows, rowInWords } from './rows-in-words.ts';
import { withHouse } from './with-house.ts';

interface ImportOptions extends WishOptions {
  source?: string;
  kind?: string;
  timeZone?: string;
  phoneCountry?: string;
  currency?: string;
  dryRun?: boolean;
  rows?: string;
  rejected?: string;
  undo?: string;
  json?: boolean;
}

const n = (count: number) => count.toLocaleString('en');

const wordsOfUnknownAudience = ({ name }: { name: string }): string =>
  `${name}: neither its name nor its columns say which audience file it is, so nobody in it counts as having agreed or left; --audience-file says it.`;

/** What an import came to, file by file, for people. */
export function reportInWords({ importId, status, totals, files }: ImportReport): string[] {
  return [
    ...files.map(({ name, format, counts, problem }) =>
      problem
        ? `${name}: ${problem}`
        : `${name} (${format}): ${n(counts.rows)} rows, ${n(counts.accepted)} taken, ${n(counts.rejected)} not`,
    ),
    ...files.filter(({ audience }) => audience && !audience.file).map(wordsOfUnknownAudience),
    `${n(totals.rows)} rows: ${n(totals.created)} created, ${n(totals.updated)} updated, ${n(totals.linked)} linked, ${n(totals.unsure)} unsure, ${n(totals.unchanged)} unchanged, ${n(totals.skipped)} left out, ${n(totals.rejected)} rejected.`,
    `Import ${importId}: ${status.toLowerCase()}`,
  ];
}

/** What the operator says of files that do not say it themselves. */
function unsaidIn({ timeZone, phoneCountry, currency }: ImportOptions) {
  if (!timeZone && !phoneCountry && !currency) return {};
  return {
    unsaid: {
      ...(timeZone ? { timeZone } : {}),
      ...(phoneCountry ? { phoneCountry: phoneCountry.toUpperCase() } : {}),
      ...(currency ? { currency: currency.toUpperCase() } : {}),
    },
  };
}

/** Where the rows are that were not taken in, or how to get them. */
function wordsOfRejected(
  { totals, rejected }: ImportReport & { rejected: string[] },
  { dryRun, rejected: folder }: ImportOptions,
): string[] {
  if (totals.rejected === 0 || (dryRun && !folder)) return [];
  if (!folder) return ['--rejected FOLDER writes rows that are not taken into files, each with its reason.'];
  return rejected.map((path) => `Not taken, with reasons: ${path}`);
}

async function bringIn(paths: string[], options: ImportOptions): Promise<void> {
  if (paths.length === 0) throw new OperatorMistake('Name at least one file to import.');
  if (options.rows !== undefined && !options.dryRun)
    throw new OperatorMistake('--rows tells what rows would do: it needs --dry-run.');
  const asked = options.rows === undefined ? undefined : readRows(options.rows);
  const wish = await readWish(options);
  const report = await withHouse(async (house, tell) => {
    const { importFiles, triedOfImport, writeRejected } = await import('#modules/intake');
    const { recordAudit, systemActor } = await import('#modules/access');
    const { modules } = await import('../modules.ts');
    const told = await importFiles(house.database, modules, {
      paths,
      ...(options.source ? { source: options.source } : {}),
      ...(options.kind ? { kind: options.kind } : {}),
      ...unsaidIn(options),
      ...(wish ? { wish } : {}),
      ...(options.dryRun ? { dryRun: true } : {}),
      onProgress: ({ file, position }) =>
        tell({ doing: `${file}: row ${n(Math.floor(position / 10_000) * 10_000)}` }),
    });
    await recordAudit(house.database, systemActor('command line'), {
      action: options.dryRun ? 'check-import' : 'run-import',
      subjectType: 'Import',
      subjectId: told.importId,
    });
    const rejected = options.rejected
      ? await writeRejected(house.database, told.importId, resolve(options.rejected))
      : [];
    if (asked !== undefined)
      for await (const row of triedOfImport(house.database, told.importId, asked))
        printResult(options.json, row, rowInWords(row));
    return { ...told, rejected };
  }).catch((error) => {
    throw namingOption(error);
  });
  printResult(options.json, report, [...reportInWords(report), ...wordsOfRejected(report, options)]);
  if (report.status === 'FAILED') process.exitCode = 1;
}

async function undo(id: string, json: boolean | undefined): Promise<void> {
  const { isId } = await import('#kernel/id');
  if (!isId(id)) throw new OperatorMistake(`${id} is not the id of an import.`);
  const report = await withHouse(async ({ database }) => {
    const { reportOf, subjectsOf, undoImport } = await import('#modules/intake');
    const { recordAudit, systemActor } = await import('#modules/access');
    const { modules } = await import('../modules.ts');
    const undone = await database.transaction(async (tx) => {
      const result = await undoImport(tx, subjectsOf(modules), id);
      if (result.ok)
        await recordAudit(tx, systemActor('command line'), {
          action: 'undo-import',
          subjectType: 'Import',
          subjectId: id,
        });
      return result;
    });
    if (!undone.ok) throw new OperatorMistake(undone.refusal.message);
    return reportOf(database, subjectsOf(modules), id);
  });
  printResult(json, report, `Import ${id} is undone: as if it had not happened.`);
}

/** `ancora import`: exports of other systems, through the front door; and back out again. */
export const importCommand = () =>
  new Command('import')
    .description('Import exports of other systems (CSV, JSON, ZIP), recognised by their headers.')
    .argument('[files...]', 'the files; what belongs together should come together')
    .option('--source <key>', 'the source they came from, when it is not the usual one of its system')
    .option('--kind <format>', 'the format, when it is not to be recognised from the header')
    .option('--time-zone <zone>', 'the zone of times that name none (Europe/Rome); without it, UTC')
    .option('--phone-country <code>', 'where phone numbers without a country are dialled (IT, FR …)')
    .option('--currency <code>', 'the currency of amounts that name none (EUR, RON …)')
    .option(
      '--encoding <name>',
      `how letters are spelled, when it is not to be found out: ${encodingNames.join(', ')}`,
    )
    .option(
      '--separator <sign>',
      'what stands between cells: comma, semicolon, tab or bar, or the sign itself',
    )
    .option('--date-order <order>', 'the order of day, month and year: YMD, DMY or MDY')
    .option('--decimal <sign>', 'the sign before decimals: point or comma, or the sign itself')
    .option(
      '--mapping <file>',
      'for any other table of people: a JSON file that names for each of our fields its column, or several: {"email": "Adresa"}',
    )
    .option(
      '--audience-file <which>',
      'of an audience export of Mailchimp, which file it is: subscribed, unsubscribed, cleaned or nonsubscribed; without it, its columns and name decide, and else nobody’s consent is touched',
    )
    .option('--dry-run', 'only say what would happen')
    .option(
      '--rows <outcome>',
      'with --dry-run: also tell of each row that comes to this: created, updated, linked, unsure, unchanged, skipped, rejected, or all',
    )
    .option('--rejected <folder>', 'write rows that are not taken there: their columns and the reason')
    .option('--undo <id>', 'take back everything an import did')
    .option('--json', 'print the result as one JSON line; rows of --rows each as one before it')
    .action((paths: string[], options: ImportOptions) =>
      options.undo ? undo(options.undo, options.json) : bringIn(paths, options),
    );
