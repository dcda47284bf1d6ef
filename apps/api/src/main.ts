import 'reflect-metadata';
import { EnvironmentMistake } from '#platform/environment';
import { PostgresTrouble } from '#platform/postgres';
import { commandLine } from './app/commands/command-line.ts';

const expected = [EnvironmentMistake, PostgresTrouble];

try {
  await commandLine().parseAsync(process.argv);
} catch (error) {
  // What an operator can mend is told in a sentence; only a surprise shows where it happened.
  const mendable = expected.some((kind) => error instanceof kind);
  process.stderr.write(`${mendable ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
