import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countStatements } from './count-statements.ts';
import { median, quantile, type Slice, slice, type Turn } from './load.ts';
import { openHouse } from './open-house.ts';
import { watchProcessor } from './processor-time.ts';
import { customerId, fill, sizeFor } from './read-data.ts';
import { listDocument, pageDocument } from './read-documents.ts';
import { listDiffers, pageDiffers } from './same-content.ts';
import { startLimitServer } from './start-limit-server.ts';

/** `npm run bench:read`: the two questions users ask all day, beside the physical limit, in rotating slices of one run. */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    customers: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const customers = Number(options.customers ?? (options.quick ? 5_000 : 100_000));
const rounds = Number(options.rounds ?? (options.quick ? 3 : 11));
const seconds = options.quick ? 1 : 2;
const connections = 10;
const root = join(import.meta.dirname, '../..');
const home = join(root, '.ancora', `bench-read-${customers}`);
const say = (text: string) => process.stderr.write(`${text}\n`);

const size = sizeFor(customers);
const house = await openHouse(home, (owner) => fill(owner, size, (what) => say(`filling: ${what}`)));
const closing: (() => Promise<unknown>)[] = [() => house.close()];
try {
  const { port, shown, ownerUrl, appUrl } = house;
  const limit = await startLimitServer(appUrl);
  closing.unshift(limit.stop);

  const graphql =
    (query: string, variablesOf: (n: number) => object): Turn =>
    (n) => ({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...shown },
      body: JSON.stringify({ query, variables: variablesOf(n) }),
    });
  // The same sequence of customers for both, jumping about so that no cache line is lucky.
  const nth = (n: number) => customerId((n * 7919) % customers);
  const turns: Record<'page' | 'list', { limit: Turn; ours: Turn }> = {
    page: {
      limit: (n) => ({ method: 'GET', path: `/?id=${nth(n)}`, headers: {} }),
      ours: graphql(pageDocument, (n) => ({ id: nth(n) })),
    },
    list: {
      limit: () => ({ method: 'GET', path: '/', headers: {} }),
      ours: graphql(listDocument, () => ({})),
    },
  };
  const isGood = {
    page: (body: string, n: number) =>
      (JSON.parse(body) as { data?: { customer?: { id: string } } }).data?.customer?.id === nth(n) &&
      !body.includes('"errors"'),
    list: (body: string) =>
      (JSON.parse(body) as { data?: { customers?: { edges: object[] } } }).data?.customers?.edges.length ===
        Math.min(50, customers) && !body.includes('"errors"'),
  };
  // Two answers compare when they say the same: on fifty customers and the list, before anything is measured.
  const answerOf = async (port: number, { method, path, headers, body }: ReturnType<Turn>) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(body ? { body } : {}) })).text();
  const bytesOf: Record<string, number[]> = { limit: [], ours: [] };
  for (let n = 0; n < 50; n += 1) {
    const [theirs, mine] = [
      await answerOf(limit.port, turns.page.limit(n)),
      await answerOf(port, turns.page.ours(n)),
    ];
    const part = pageDiffers(theirs, mine);
    if (part) throw new Error(`Page of ${nth(n)}: ${part} are not the same\n${theirs}\n${mine}`);
    bytesOf.limit!.push(theirs.length);
    bytesOf.ours!.push(mine.length);
  }
  const lines = listDiffers(
    await answerOf(limit.port, turns.list.limit(0)),
    await answerOf(port, turns.list.ours(0)),
  );
  if (lines) throw new Error(`The lists are not the same: ${lines}`);
  say(
    `the same content on 50 pages and the list; pages of ${median(bytesOf.limit!)} and ${median(bytesOf.ours!)} characters (median)`,
  );
  const measured: Record<string, Slice[]> = { pageLimit: [], pageOurs: [], listLimit: [], listOurs: [] };
  for (const which of ['page', 'list'] as const) {
    await slice(limit.port, turns[which].limit, { seconds: 1, connections });
    const warm = await slice(port, turns[which].ours, { seconds: 2, connections, isGood: isGood[which] });
    if (warm.failures > 0)
      throw new Error(`${which}: ${warm.failures} bad answers while warming up: ${warm.bad}`);
  }
  const spent: Record<string, { server: number; postgres: number; answers: number }> = {};
  const clocks = {
    Limit: await watchProcessor(ownerUrl, limit.pid, 'limit'),
    Ours: await watchProcessor(ownerUrl, house.ancora.child.pid!, 'ancora-read'),
  };
  const measure = async (name: string, clock: (typeof clocks)['Ours'], run: () => Promise<Slice>) => {
    const before = clock();
    const one = await run();
    const after = clock();
    measured[name]!.push(one);
    const sum = spent[name] ?? { server: 0, postgres: 0, answers: 0 };
    spent[name] = sum;
    sum.server += (after.server ?? Number.NaN) - (before.server ?? 0);
    sum.postgres += (after.postgres ?? Number.NaN) - (before.postgres ?? 0);
    sum.answers += one.latencies.length;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const which of ['page', 'list'] as const) {
      const pair = [
        () =>
          measure(`${which}Limit`, clocks.Limit, () =>
            slice(limit.port, turns[which].limit, { seconds, connections }),
          ),
        () =>
          measure(`${which}Ours`, clocks.Ours, () =>
            slice(port, turns[which].ours, { seconds, connections, isGood: isGood[which] }),
          ),
      ];
      if (round % 2) pair.reverse();
      for (const one of pair) await one();
    }
    say(
      `round ${round + 1}/${rounds}: page ${ratio('page').toFixed(3)}, list ${ratio('list').toFixed(3)} of the limit`,
    );
  }
  const failures = Object.values(measured)
    .flat()
    .reduce((sum, one) => sum + one.failures, 0);
  if (failures > 0) throw new Error(`${failures} bad answers`);

  function ratio(which: string): number {
    const limits = measured[`${which}Limit`]!;
    return median(measured[`${which}Ours`]!.map((one, index) => one.rps / limits[index]!.rps));
  }
  const figures = (name: string) => {
    const all = measured[name]!.flatMap((one) => one.latencies).sort((a, b) => a - b);
    const rounded = (value: number) => Math.round(value * 100) / 100;
    return {
      rps: Math.round(median(measured[name]!.map((one) => one.rps))),
      p50Ms: rounded(quantile(all, 0.5)),
      p95Ms: rounded(quantile(all, 0.95)),
      p99Ms: rounded(quantile(all, 0.99)),
      bytes: Math.round(measured[name]!.reduce((sum, one) => sum + one.bytes, 0) / all.length),
      /** Processor milliseconds for one answer. */
      cpuMs: {
        server: Math.round((spent[name]!.server / spent[name]!.answers) * 1000) / 1000,
        postgres: Math.round((spent[name]!.postgres / spent[name]!.answers) * 1000) / 1000,
      },
    };
  };
  const [pageCount, listCount] = await countStatements(appUrl, turns.page.ours(1).headers, [
    turns.page.ours(1).body!,
    turns.list.ours(1).body!,
  ]);
  const page = figures('pageOurs');
  const list = figures('listOurs');
  const bare = { page: figures('pageLimit'), list: figures('listLimit') };
  const result = {
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
    data: size,
    rounds,
    connections,
    limit: bare,
    page: {
      ...page,
      ratioToLimit: ratio('page'),
      p95ToLimit: page.p95Ms / bare.page.p95Ms,
      ...pageCount,
    },
    list: {
      ...list,
      ratioToLimit: ratio('list'),
      p95ToLimit: list.p95Ms / bare.list.p95Ms,
      ...listCount,
    },
  };
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.log(result);
} finally {
  for (const close of closing) await close().catch((error) => say(String(error)));
}
