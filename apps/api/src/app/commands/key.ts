import { Command } from 'commander';
import type { IntakeKey } from '#modules/access';
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
  // A day alone is the last one on which it works.
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);
  if (Number.isNaN(moment.getTime()))
    throw new OperatorMistake(`--expires ${text} is not a date like 2027-01-31.`);
  return moment;
}

const create = () =>
  new Command('create')
    .description('Make a write-only key for one source. The secret is shown once.')
    .requiredOption('--source <key>', 'the source it writes for, made if it is new (shop, helpdesk …)')
    .option('--name <text>', 'what to know it by')
    .option('--expires <date>', 'the last day on which it works (2027-01-31, UTC), or a moment')
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

const day = (date: Date) => date.toISOString().slice(0, 10);

/** A key in one line: whose it is, how it was used, and whether and from where it still works. */
function describeKey(key: IntakeKey & { source: string }): string {
  const { createdAt, lastUsedAt, expiresAt, revokedAt, allowedNetworks } = key;
  const end = revokedAt
    ? `over: revoked ${day(revokedAt)}`
    : expiresAt && expiresAt <= new Date()
      ? `over: ended ${day(expiresAt)}`
      : expiresAt
        ? `works until ${day(expiresAt)}`
        : 'works';
  const from = allowedNetworks.length > 0 ? allowedNetworks.join(', ') : 'anywhere';
  const used = lastUsedAt ? `used ${day(lastUsedAt)}` : 'never used';
  return `anc_${key.keyId}  ${key.name}  for ${key.source}, ${end}, from ${from}, made ${day(createdAt)}, ${used}`;
}

const list = () =>
  new Command('list')
    .description('Show every key, also the ones that are over.')
    .option('--json', 'print the result as one JSON line')
    .action(async ({ json }: { json?: boolean }) => {
      const keys = await withHouse(async ({ database }) => {
        const { listKeys } = await import('#modules/access');
        const { sourcesById } = await import('#modules/sources');
        const keys = await listKeys(database);
        const sources = await sourcesById(
          database,
          keys.map((key) => key.sourceId),
        );
        return keys.map((key, at) => ({ ...key, source: sources[at]!.key }));
      });
      printResult(json, keys, keys.length === 0 ? 'There are no keys.' : keys.map(describeKey));
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
