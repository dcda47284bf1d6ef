import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { createKey, systemActor } from '../../apps/api/src/modules/access/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { importFiles } from '../../apps/api/src/modules/intake/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { findPlace } from '../../apps/api/src/platform/postgres/place.ts';
import { readPostmaster } from '../../apps/api/src/platform/postgres/postmaster.ts';
import { isAlive } from '../../apps/api/src/platform/postgres/processes.ts';
import { contactColumns, writeContacts } from '../bench/intake-data.ts';
import { median } from '../bench/load.ts';
import { forget, type StartedAncora, startAncora } from '../support/start-ancora.ts';
import { hasEnded, startScript } from './start-script.ts';
import { recoveries, type Story, startTelling } from './teller.ts';

/**
 * `npm run torture`: the built product and its PostgreSQL are killed with SIGKILL while webhooks are told until they are
 * answered and an import runs. Whatever was answered must be there, once. Two controls that must fail prove that this can.
 */
const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' } } });
const kills = options.quick ? { api: 3, postgres: 2 } : { api: 20, postgres: 10 };
/** Between kills, this many answers are waited for: a kill among no answers proves nothing. */
const answersBetween = options.quick ? 15 : 60;
const patienceMs = 60_000;
const importRows = options.quick ? 1_000 : 20_000;
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Scenario {
  name: string;
  ok: boolean;
  figures: Record<string, number>;
}
const scenarios: Scenario[] = [];
const home = join(import.meta.dirname, '../../.ancora/torture');
await forget(home);
await mkdir(home, { recursive: true });

// The product joins the server that it finds in its home, and keeps it running from then on.
let postgres = await startPostgres({ home });
const folder = join(home, 'torture-files');
await mkdir(folder, { recursive: true });
let ancora: StartedAncora | undefined;

const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
};

/** Compares what was acknowledged with what is there: in `signal`, and as tickets on the timeline. */
async function judge(story: Story): Promise<{ acknowledged: number; lost: number; doubled: number }> {
  const acknowledged = story.told.filter((told) => told.acknowledged).map(({ eventId }) => eventId);
  const [row] = await ask<{ kept: number; tickets: number; entries: number; doubled: number }>(
    `SELECT (SELECT count(*)::int FROM unnest($1::text[]) AS told(id) WHERE EXISTS (SELECT FROM signal s WHERE s.event_id = told.id)) AS kept,
            (SELECT count(*)::int FROM unnest($1::text[]) AS told(id) WHERE EXISTS (SELECT FROM ticket t WHERE t.source_key = 'ticket:' || told.id)) AS tickets,
            (SELECT count(*)::int FROM (SELECT event_id FROM signal GROUP BY source_id, event_id HAVING count(*) > 1) x)
          + (SELECT count(*)::int FROM (SELECT subject_id FROM timeline_entry WHERE kind = 'ticket-opened' GROUP BY subject_id HAVING count(*) > 1) x) AS doubled, 0 AS entries`,
    [acknowledged],
  );
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.length - Math.min(row!.kept, row!.tickets),
    doubled: row!.doubled,
  };
}

/** Kills PostgreSQL once it runs (again). */
const killPostgres = async () => {
  const { data } = findPlace(home);
  for (const giveUp = Date.now() + 2 * patienceMs; Date.now() < giveUp; await sleep(50)) {
    const server = readPostmaster(data);
    if (server?.status !== 'ready' || !isAlive(server.pid)) continue;
    process.kill(server.pid, 'SIGKILL');
    return;
  }
  throw new Error(`PostgreSQL did not come back:\n${ancora?.output().slice(-2_000)}`);
};

try {
  await migrate(postgres.ownerUrl, migrations);
  layNeighbours(modules);
  const database = await openDatabase({
    url: postgres.appUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
    poolSize: 2,
  });
  const made = await database.transaction((tx) =>
    createKey(tx, systemActor('torture'), { name: 'torture', source: 'torture' }),
  );
  if (!made.ok) throw new Error(made.refusal.message);
  const key = made.value.secret;

  const path = await writeContacts(join(folder, 'contacts.csv'), 0, importRows);
  const broken = Array.from({ length: 50 }, (_, n) => `,Nobody,${n}${','.repeat(contactColumns.length - 3)}`);
  await writeFile(path, `${broken.join('\n')}\n`, { flag: 'a' });
  // The import is prepared and left at its beginning; the product finds it under way and goes on.
  await importFiles(database, modules, { paths: [path], stopped: () => true });
  await database.close();

  let port = 0;
  const startProduct = async () => {
    ancora = await startAncora({ home, patienceMs: 90_000 });
    port = Number(new URL(ancora.address).port);
  };
  await startProduct();
  const telling = startTelling(() => port, key, 'storm', 6);
  const killedAt: number[] = [];
  const untilAnswered = async () => {
    const enough = telling.story.answeredAt.length + answersBetween;
    const giveUp = Date.now() + patienceMs;
    while (telling.story.answeredAt.length < enough && Date.now() < giveUp) await sleep(20);
    await sleep(Math.random() * 300);
  };
  for (let kill = 0; kill < kills.api; kill += 1) {
    await untilAnswered();
    killedAt.push(performance.now());
    await ancora!.kill();
    await startProduct();
    say(`api killed ${kill + 1}/${kills.api}; answered ${telling.story.answeredAt.length}`);
  }
  const apiKills = killedAt.length;
  for (let kill = 0; kill < kills.postgres; kill += 1) {
    await untilAnswered();
    killedAt.push(performance.now());
    // The product brings it back by itself; the next answers show that it did.
    await killPostgres();
    say(`postgres killed ${kill + 1}/${kills.postgres}; answered ${telling.story.answeredAt.length}`);
  }
  await untilAnswered();
  await telling.stop();
  const alive = ancora!.child.exitCode === null && ancora!.child.signalCode === null;
  const verdict = await judge(telling.story);
  const quiet = recoveries(killedAt, telling.story.answeredAt);
  scenarios.push({
    name: 'webhooks while the api and PostgreSQL are killed',
    ok:
      verdict.acknowledged > 0 &&
      verdict.lost === 0 &&
      verdict.doubled === 0 &&
      telling.story.strange.length === 0 &&
      alive,
    figures: {
      killsOfApi: apiKills,
      killsOfPostgres: killedAt.length - apiKills,
      ...verdict,
      answeredAsDuplicate: telling.story.duplicates,
      strangeAnswers: telling.story.strange.length,
      ...Object.fromEntries(telling.story.strange.map((status) => [`strange${status}`, status])),
    },
  });

  say('waiting for the import');
  const until = Date.now() + 240_000;
  let imported: { status: string; problem: string | null; counts: Record<string, number> } | undefined;
  do {
    await sleep(500);
    [imported] = await ask<{ status: string; problem: string | null; counts: Record<string, number> }>(
      'SELECT r.status, r.problem, f.counts FROM import_run r JOIN import_file f ON f.import_id = r.id',
    );
  } while (imported?.status === 'RUNNING' && Date.now() < until);
  const [people] = await ask<{ records: number; rejected: number; twice: number }>(
    `SELECT (SELECT count(*)::int FROM source_record r JOIN source s ON s.id = r.source_id WHERE s.system = 'hubspot' AND r.kind = 'person') AS records,
            (SELECT count(*)::int FROM unreadable WHERE import_file_id IS NOT NULL) AS rejected,
            (SELECT count(*)::int FROM (SELECT line FROM unreadable WHERE import_file_id IS NOT NULL GROUP BY line HAVING count(*) > 1) x) AS twice`,
  );
  if (imported?.status !== 'DONE')
    say(`the import is ${imported?.status}: ${imported?.problem}\n${ancora?.output().slice(-2_000)}`);
  const counts = imported?.counts ?? {};
  scenarios.push({
    name: 'an import that is killed goes on and loses no row',
    ok:
      imported?.status === 'DONE' &&
      counts.rows === importRows + broken.length &&
      (counts.accepted ?? 0) + (counts.rejected ?? 0) === counts.rows &&
      people!.records === importRows &&
      people!.rejected === broken.length &&
      people!.twice === 0,
    figures: {
      rows: counts.rows ?? 0,
      accepted: counts.accepted ?? 0,
      rejected: counts.rejected ?? 0,
      records: people!.records,
    },
  });
  await ancora!.stop();
  ancora = undefined;
  postgres = await startPostgres({ home });

  say('control: a server that answers before it writes');
  await ask('CREATE TABLE forgetful (event_id text PRIMARY KEY)');
  await ask('GRANT SELECT, INSERT ON forgetful TO PUBLIC');
  let forgetful = await startScript('forgetful-server.ts', [postgres.ownerUrl]);
  let forgetfulPort = Number(forgetful.line);
  const control = startTelling(() => forgetfulPort, 'none', 'control', 6);
  for (let kill = 0; kill < 3; kill += 1) {
    await sleep(700);
    forgetful.child.kill('SIGKILL');
    forgetful = await startScript('forgetful-server.ts', [postgres.ownerUrl]);
    forgetfulPort = Number(forgetful.line);
  }
  await control.stop();
  await sleep(500);
  forgetful.child.kill('SIGKILL');
  const said = control.story.told.filter((told) => told.acknowledged).map(({ eventId }) => eventId);
  const [kept] = await ask<{ n: number }>(
    'SELECT count(*)::int AS n FROM forgetful WHERE event_id = ANY($1::text[])',
    [said],
  );
  scenarios.push({
    name: 'control that must lose: an answer before the commit',
    ok: said.length - kept!.n > 0,
    figures: { acknowledged: said.length, lost: said.length - kept!.n },
  });

  say('control: a client without an error listener');
  const deaf = await startScript('deaf-client.ts', [postgres.ownerUrl]);
  await killPostgres();
  const died = await hasEnded(deaf.child, 5_000);
  if (!died) deaf.child.kill('SIGKILL');
  scenarios.push({
    name: 'control that must die: connections without an error listener',
    ok: died,
    figures: { died: died ? 1 : 0 },
  });

  const sorted = quiet.sort((a, b) => a - b);
  const result = {
    kills: killedAt.length,
    acknowledged: verdict.acknowledged,
    lost: verdict.lost,
    doubled: verdict.doubled,
    recoveryMs: { median: Math.round(median(sorted)), max: Math.round(sorted.at(-1) ?? 0) },
    scenarios,
  };
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else say(JSON.stringify(result, null, 2));
  process.exitCode = scenarios.every(({ ok }) => ok) ? 0 : 1;
} finally {
  await ancora?.kill();
  await sleep(200);
  await postgres.stop().catch(() => undefined);
  await forget(home);
}
