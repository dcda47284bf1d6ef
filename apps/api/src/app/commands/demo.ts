import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { makeTeller } from '../progress.ts';
import { reportInWords } from './import.ts';
import { printResult } from './print-result.ts';
import { withHouse } from './with-house.ts';

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number.');
  return number;
};

interface DemoOptions {
  people: number;
  seed: number;
  writeOnly?: string;
  json?: boolean;
}

/** `ancora demo`: the demo company, as files of other systems, and through the front door. */
export const demoCommand = () =>
  new Command('demo')
    .description('Make the demo company (exports of seven systems from one seed) and import it.')
    .option('--people <n>', 'how many people', wholeNumber, 2000)
    .option('--seed <n>', 'which one of all possible companies', wholeNumber, 1)
    .option('--write-only <dir>', 'only write the files there')
    .option('--json', 'print the result as one JSON line')
    .action((options: DemoOptions) =>
      options.writeOnly ? write(options, options.writeOnly) : bringIn(options),
    );

async function write({ people, seed, json }: DemoOptions, folder: string): Promise<void> {
  const { writeDemoFiles } = await import('../../seed/index.ts');
  const teller = makeTeller();
  const written = await writeDemoFiles(resolve(folder), {
    people,
    seed,
    today: new Date(),
    onProgress: (done, of) => teller.tell({ doing: 'Writing the demo company', done, of }),
  });
  teller.end();
  printResult(json, written, [
    ...written.files.map(({ path, rows }) => `${path}  ${rows.toLocaleString('en')} rows`),
    `${written.people.toLocaleString('en')} people, ${written.events.toLocaleString('en')} events; who is who: ${written.truthFile}`,
  ]);
}

async function bringIn({ people, seed, json }: DemoOptions): Promise<void> {
  const { written, report } = await withHouse(async (house, tell) => {
    const { importDemo } = await import('../import-demo.ts');
    return importDemo(house, { people, seed, tell });
  });
  printResult(json, { ...report, people: written.people, events: written.events }, reportInWords(report));
}
