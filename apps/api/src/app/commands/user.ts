import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import type { Result } from '#kernel/result';
import type { AccessRefusal, Actor, Role, User } from '#modules/access';
import type { Tx } from '#platform/database';
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
      const { email, name, role, language } = options;
      const { added, password } = await withHouse(async ({ database }) => {
        const { addUser, drawPassword, systemActor } = await import('#modules/access');
        const password = given ?? drawPassword(email);
        const added = await database.transaction((tx) =>
          addUser(tx, systemActor('command line'), { email, name, role, language, password }),
        );
        return { added, password };
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

interface OneOptions {
  email: string;
  json?: boolean;
}

/** Does something about the one person who signs in with this address. */
async function actOn<Value>(
  email: string,
  choose: (
    access: typeof import('#modules/access'),
  ) => (tx: Tx, actor: Actor, userId: string) => Promise<Result<Value, AccessRefusal>>,
): Promise<Value> {
  const outcome = await withHouse(async ({ database }) => {
    const access = await import('#modules/access');
    const user = await access.userByEmail(database, access.normaliseEmail(email));
    if (!user) throw new OperatorMistake(`Nobody signs in with ${email}.`);
    const act = choose(access);
    return database.transaction((tx) => act(tx, access.systemActor('command line'), user.id));
  });
  if (!outcome.ok) throw new OperatorMistake(outcome.refusal.message);
  return outcome.value;
}

const list = () =>
  new Command('list')
    .description('Show everybody who uses Ancora, also those who are shut out.')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ json }: { json?: boolean }) => {
      const users = await withHouse(async ({ database }) => {
        const { allUsers } = await import('#modules/access');
        return allUsers(database);
      });
      const state = ({ isDemo, disabledAt }: User) =>
        [isDemo && 'demo', disabledAt && `shut out since ${disabledAt.toISOString().slice(0, 10)}`]
          .filter(Boolean)
          .map((word) => `, ${word}`)
          .join('');
      printResult(
        json,
        users,
        users.length === 0
          ? 'There is nobody yet.'
          : users.map((user) => `${user.email}  ${user.name}  ${user.role}${state(user)}`),
      );
    });

const password = () =>
  new Command('password')
    .description(
      'Give somebody who forgot theirs a new password. It is drawn and shown once; their sessions end.',
    )
    .requiredOption('--email <address>', 'how they sign in')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ email, json }: OneOptions) => {
      const drawn = await actOn(email, (access) => access.resetPassword);
      const { id, name, disabledAt } = drawn.user;
      printResult(json, { id, email: drawn.user.email, password: drawn.password, disabledAt }, [
        `New password of ${name}, shown only now: ${drawn.password}`,
        'Whoever used the old one is signed out.',
        ...(disabledAt
          ? [`They are shut out: "ancora user enable --email ${drawn.user.email}" lets them in again.`]
          : []),
      ]);
    });

const disable = () =>
  new Command('disable')
    .description('Shut somebody out at once.')
    .requiredOption('--email <address>', 'how they sign in')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ email, json }: OneOptions) => {
      const user = await actOn(email, (access) => access.disableUser);
      printResult(
        json,
        { id: user.id, email: user.email, disabledAt: user.disabledAt },
        `${user.name} is shut out.`,
      );
    });

const enable = () =>
  new Command('enable')
    .description('Let somebody who was shut out in again, with the password they had.')
    .requiredOption('--email <address>', 'how they sign in')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ email, json }: OneOptions) => {
      const user = await actOn(email, (access) => access.enableUser);
      printResult(
        json,
        { id: user.id, email: user.email, disabledAt: user.disabledAt },
        `${user.name} may sign in.`,
      );
    });

/** `ancora user add|list|password|disable|enable`: people who use Ancora. */
export const userCommand = () =>
  new Command('user')
    .description('People who use Ancora.')
    .addCommand(add())
    .addCommand(list())
    .addCommand(password())
    .addCommand(disable())
    .addCommand(enable());
