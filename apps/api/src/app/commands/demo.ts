import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { makeTeller } from '../progress.ts';
import { printResult } from './print-result.ts';

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number.');
  return number;
};

/** `ancora demo`: the demo company, as files of other systems. */
export const demoCommand = () =>
  new Command('demo')
    .description('Make the demo company: exports of seven systems from one seed.')
    .option('--people <n>', 'how many people', wholeNumber, 2000)
    .option('--seed <n>', 'which one of all possible companies', wholeNumber, 1)
    .requiredOption('--write-only <dir>', 'only write the files there')
    .option('--json', 'print the result as one JSON line')
    .action(async (options: { people: number; seed: number; writeOnly: string; json?: boolean }) => {
      const { writeDemoFiles } = await import('../../seed/index.ts');
      const teller = makeTeller();
      const written = await writeDemoFiles(resolve(options.writeOnly), {
        people: options.people,
        seed: options.seed,
        today: new Date(),
        onProgress: (done, of) => teller.tell({ doing: 'Writing the demo company', done, of }),
      });
      teller.end();
      printResult(options.json, written, [
        ...written.files.map(({ path, rows }) => `${path}  ${rows.toLocaleString('en')} rows`),
        `${written.people.toLocaleString('en')} people, ${written.events.toLocaleString('en')} events; who is who: ${written.truthFile}`,
      ]);
    });
