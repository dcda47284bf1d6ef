import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modules } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { forget } from '../support/start-ancora.ts';
import { DataFolder } from './science/data-folder.ts';
import { linkForShow } from './science/link-for-show.ts';
import { realSets } from './science/sets.ts';
import { takeSet } from './science/through-product.ts';

/**
 * `npm run eval:product`: the real sets through the front door into a database of their own, and what the product then says beside what
 * their rows say and what is known of them. `-- --only bank` takes one set, `--every 20` a twentieth of each; `--together` then shows
 * the help-desk's customers as the retailer's, by links that are marked synthetic.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/cx' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
    together: { type: 'boolean' },
    home: { type: 'string' },
  },
});
const every = Number(options.every);
const data = new DataFolder(options.data);
const home = options.home ?? join(import.meta.dirname, '../../.ancora/eval-product');
const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each, i) => same(each, other[i]))
    : typeof one === 'number' && typeof other === 'number'
      ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
      : one === other;

let [lines, met] = [0, 0];
const say = (name: string, theirs: unknown, ours: unknown): void => {
  const ok = same(theirs, ours);
  lines += 1;
  if (ok) met += 1;
  console.log(
    `${ok ? 'ok ' : 'NOT'} ${name}: theirs ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`,
  );
};

await forget(home);
const postgres = await startPostgres({ home });
try {
  await migrate(postgres.ownerUrl, migrations);
  layNeighbours(modules);
  const database = await openDatabase({
    url: postgres.appUrl,
    entities: modules.flatMap((module) => module.entities ?? []),
  });
  const folder = await mkdtemp(join(home, 'files-'));
  for (const set of realSets) {
    if (options.only && set.name !== options.only) continue;
    const { rows, counts, format, said, found, seconds } = await takeSet(
      database,
      modules,
      data,
      set,
      folder,
      every,
    );
    console.log(
      `${set.name} (${format}): ${counts.rows} rows, ${counts.accepted} taken (${counts.skipped} of them passed over), ${counts.rejected} not; ${seconds.toFixed(1)} s`,
    );
    say(`${set.name}: rows; taken and not`, [rows, rows], [counts.rows, counts.accepted + counts.rejected]);
    for (const [name, figure] of Object.entries(said)) say(`${set.name}: ${name}`, figure, found[name]);
    if (every === 1)
      for (const [name, figure] of Object.entries(set.known))
        say(`${set.name}: ${name}, as others count`, figure, found[name]);
  }
  if (options.together) {
    const { linked, leftOut } = await linkForShow(database, modules);
    say('together: customers linked for show; left out of what Insights finds', linked, leftOut);
    if (linked === 0) say('together: somebody was linked', true, false);
  }
  await database.close();
} finally {
  await postgres.stop();
}
console.log(`${met} of ${lines} met`);
process.exitCode = met < lines ? 1 : 0;
