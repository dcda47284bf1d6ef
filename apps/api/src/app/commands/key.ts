import { Command } from 'commander';
import { OperatorMistake } from './operator-mistake.ts';
import { printResult } from './print-result.ts';
import { withHouse } from './with-house.ts';

interface CreateOptions {
  source: string;
  name?: string;
  expires?: string;
  network?: string[];
  json?: boolean;
}

function readMoment(text: string | undefined): Date | null {
  if (!text) return null;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new OperatorMistake(`--expires ${text} is not a date like 2027-01-31.`);
  return moment;
}

const create = () =>
  new Command('create')
    .description('Make a write-only key for one source. The secret is shown once.')
    .requiredOption('--source <key>', 'the source it writes for, made if it is new (shop, helpdesk …)')
    .option('--name <text>', 'what to know it by')
    .option('--expires <date>', 'when it ends (2027-01-31)')
    .option('--network <cidr...>', 'where it may come from; anywhere if absent')
    .option('--json', 'print the result as one JSON line')
    .action(async (options: CreateOptions) => {
      const expiresAt = readMoment(options.expires);
      const made = await withHouse(async ({ database }) => {
        const { createKey, systemActor } = await import('#modules/access');
        return database.transaction((tx) =>
          createKey(tx, systemActor('command line'), {
            name: options.name ?? options.source,
            source: options.source,
            expiresAt,
            allowedNetworks: options.network ?? null,
          }),
        );
      });
      if (!made.ok) throw new OperatorMistake(made.refusal.message);
      const { key, secret } = made.value;
      printResult(options.json, { id: key.id, source: options.source, name: key.name, secret }, [
        `Key for ${options.source}, shown only now:`,
        `  ${secret}`,
        'Send it as "Authorization: Bearer …" to POST /signals.',
      ]);
    });

const list = () =>
  new Command('list')
    .description('Show every key, also the ones that are over.')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ json }: { json?: boolean }) => {
      const keys = await withHouse(async ({ database }) => {
        const { listKeys } = await import('#modules/access');
        return listKeys(database);
      });
      const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '–';
      printResult(
        json,
        keys,
        keys.length === 0
          ? 'There are no keys.'
          : keys.map(
              (key) =>
                `anc_${key.keyId}  ${key.name}  made ${day(key.createdAt)}, used ${day(key.lastUsedAt)}${key.revokedAt ? `, revoked ${day(key.revokedAt)}` : ''}`,
            ),
      );
    });

const revoke = () =>
  new Command('revoke')
    .description('End a key at once.')
    .argument('<key>', 'its id, or what "key list" shows of it (anc_…)')
    .option('--json', 'print the result as one JSON line')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const ended = await withHouse(async ({ database }) => {
        const { revokeKey, systemActor } = await import('#modules/access');
        return database.transaction((tx) => revokeKey(tx, systemActor('command line'), name));
      });
      if (!ended) throw new OperatorMistake(`There is no living key ${name}.`);
      printResult(json, { revoked: name }, `${name} is revoked.`);
    });

/** `ancora key create|list|revoke`: keys with which sources write. */
export const keyCommand = () =>
  new Command('key')
    .description('Keys with which sources write signals.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(revoke());
