import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { mergeCustomers, moveRulesOf, unmergeCustomer } from '../../apps/api/src/modules/identity/index.ts';
import { subjectsOf } from '../../apps/api/src/modules/intake/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { launch } from '../../apps/api/src/platform/postgres/launch.ts';
import { findPlace } from '../../apps/api/src/platform/postgres/place.ts';
import { stopPostmaster } from '../../apps/api/src/platform/postgres/postmaster.ts';
import { settingsFor } from '../../apps/api/src/platform/postgres/settings.ts';
import { tellEverything } from '../support/everything.ts';

/** Where Debian puts the servers that an operator may have. */
const older = ['15', '16', '17'].flatMap((version) => {
  const programs = `/usr/lib/postgresql/${version}/bin`;
  return existsSync(join(programs, 'postgres')) ? [{ version, programs }] : [];
});

// What npm brings is version 18; whoever names another one in DATABASE_URL must not find out that we wrote for ours alone.
describe.skipIf(older.length === 0)('an older PostgreSQL of the operator', () => {
  it.each(older)('of version $version does all the work', { timeout: 180_000 }, async ({ programs }) => {
    const home = mkdtempSync(join(tmpdir(), 'ancora-older-'));
    chmodSync(home, 0o755);
    const place = findPlace(home);
    const account = place.account;
    const passwordFile = join(home, 'password');
    mkdirSync(place.data, { mode: 0o700 });
    writeFileSync(passwordFile, 'only for tests');
    if (account) for (const path of [place.data, passwordFile]) chownSync(path, account.uid, account.gid);
    const made = spawnSync(
      join(programs, 'initdb'),
      [
        '-D',
        place.data,
        '-U',
        'postgres',
        `--pwfile=${passwordFile}`,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '-N',
      ],
      { ...account, encoding: 'utf8', cwd: '/' },
    );
    expect(made.stderr + made.stdout).toContain('Success');
    const binaries = { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres') };
    const server = await launch(place, binaries, settingsFor(undefined, true));
    try {
      const url = `postgresql://postgres:${encodeURIComponent('only for tests')}@127.0.0.1:${server.port}/postgres`;
      const given = await startPostgres({ home, url });
      expect(await migrate(given.ownerUrl, migrations)).toHaveLength(migrations.length);
      const database = await openDatabase({ url: given.appUrl, entities: [], poolSize: 2 });
      try {
        await tellEverything(database, subjectsOf(modules));
        const [survivor, other] = await database.query<{ id: string }>('SELECT id FROM customer ORDER BY id');
        const actor = { kind: 'user', id: null, name: 'Sam' };
        const merged = await database.transaction((tx) =>
          mergeCustomers(tx, { survivorId: survivor!.id, otherId: other!.id, actor }, moveRulesOf(modules)),
        );
        if (!merged.ok) throw new Error(merged.refusal.message);
        const undone = await database.transaction((tx) =>
          unmergeCustomer(tx, merged.value.decisionId, actor, null, moveRulesOf(modules)),
        );
        expect(undone).toMatchObject({ ok: true, value: { customerIds: [survivor!.id, other!.id] } });
      } finally {
        await database.close();
      }
    } finally {
      await stopPostmaster(server.pid);
      rmSync(home, { recursive: true, force: true });
    }
  });
});
