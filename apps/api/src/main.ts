import { commandLine } from './app/commands/command-line.ts';

// By name: loading the classes would load PostgreSQL's client for every `--help`.
const mendable = new Set([
  'EnvironmentMistake',
  'PostgresTrouble',
  'OperatorMistake',
  'FileTrouble',
  'InputTrouble',
]);

try {
  await commandLine().parseAsync(process.argv);
} catch (error) {
  // What an operator can mend is told in a sentence; only a surprise shows where it happened.
  const { name, message, stack } = error as Error;
  process.stderr.write(`${mendable.has(name) ? message : (stack ?? error)}\n`);
  process.exit(1);
}
