import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import type { Role } from '#modules/access';
import { OperatorMistake } from './operator-mistake.ts';
import { printResult } from './print-result.ts';
import { withHouse } from './with-house.ts';

const roles: Role[] = [
  'sales-rep',
  'sales-lead',
  'marketer',
  'support-agent',
  'support-lead',
  'privacy-officer',
  'admin',
];

interface AddOptions {
  email: string;
  name: string;
  role: Role;
  language: string;
  passwordStdin?: boolean;
  json?: boolean;
}

const add = () =>
  new Command('add')
    .description('Add a person who uses Ancora. Without --password-stdin a password is drawn and shown once.')
    .requiredOption('--email <address>', 'how they sign in')
    .requiredOption('--name <text>', 'their name')
    .addOption(new Option('--role <role>', 'what they do').choices(roles).makeOptionMandatory())
    .addOption(
      new Option('--language <code>', 'what they read').choices(['en', 'it', 'fr', 'ro']).default('en'),
    )
    .option(
      '--password-stdin',
      'read the password from the input (never from an argument, which others can see)',
    )
    .option('--json', 'print the result as one JSON line')
    .action(async (options: AddOptions) => {
      const given = options.passwordStdin ? (await text(process.stdin)).trimEnd() : undefined;
      const password = given ?? randomBytes(15).toString('base64url');
      const { email, name, role, language } = options;
      const added = await withHouse(async ({ database }) => {
        const { addUser, systemActor } = await import('#modules/access');
        return database.transaction((tx) =>
          addUser(tx, systemActor('command line'), { email, name, role, language, password }),
        );
      });
      if (!added.ok) throw new OperatorMistake(added.refusal.message);
      const { id } = added.value;
      printResult(
        options.json,
        { id, email, role, ...(given === undefined ? { password } : {}) },
        given === undefined
          ? [`${name} can sign in as ${email}.`, `Password, shown only now: ${password}`]
          : `${name} can sign in as ${email}.`,
      );
    });

/** `ancora user add`: people who use Ancora. */
export const userCommand = () => new Command('user').description('People who use Ancora.').addCommand(add());
