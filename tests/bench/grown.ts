import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'graphql';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { knownDocuments } from '../../apps/web/build/known-documents.ts';
import { countStatements } from './count-statements.ts';
import { customersWith, fillGrown } from './grown-data.ts';
import { median, quantile, type Slice, slice, type Turn } from './load.ts';
import { type OpenHouse, openHouse } from './open-house.ts';
import { pagesRead } from './pages-read.ts';
import { watchProcessor } from './processor-time.ts';
import { customerId } from './read-data.ts';
import { pageDocument } from './read-documents.ts';
import { salesRep as viewer } from './sales-rep.ts';

/**
 * `npm run bench:grown`: how much slower a house is when it has grown a hundredfold. Both sizes stand beside each other and are asked in
 * rotating slices of one run: a customer's page (drawn anew each time from all customers, or from the hundredth with the most behind them),
 * then once each what else people wait for.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    events: { type: 'string' },
    rounds: { type: 'string' },
    folder: { type: 'string' },
    fill: { type: 'boolean' },
  },
});
const sizes = { small: 100_000, large: Number(options.events ?? (options.quick ? 1_000_000 : 10_000_000)) };
type Size = keyof typeof sizes;
const order: Size[] = ['small', 'large'];
const rounds = Number(options.rounds ?? (options.quick ? 3 : 11));
const seconds = 1;
const connections = 10;
const folder = options.folder ?? join(import.meta.dirname, '../../.ancora');
const say = (text: string) => process.stderr.write(`${text}\n`);
const rounded = (value: number) => Math.round(value * 100) / 100;

const documents = new Map(
  knownDocuments(join(import.meta.dirname, '../../apps/web/src')).map((one) => [one.name, one.text]),
);
const documentOf = (name: string): string => {
  const text = documents.get(name);
  if (!text) throw new Error(`The web has no document ${name}`);
  return text;
};

/** A number below `below` that looks drawn, the same for the same turn and another for the next. */
const drawn = (turn: number, below: number): number => {
  let x = (turn + 1) * 0x9e3779b1;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return Math.floor((((x ^ (x >>> 16)) >>> 0) / 2 ** 32) * below);
};

/** What is asked under load: which document, and of whom. The customers with low numbers have the most behind them (`fill`). */
const pages: Record<string, { document: string; among: (customers: number) => number; more?: object }> = {
  page: { document: pageDocument, among: (customers) => customers },
  heavyPage: { document: pageDocument, among: (customers) => Math.ceil(customers / 100) },
  webPage: {
    document: documentOf('CustomerPage'),
    among: (customers) => customers,
    more: { seesValue: true },
  },
};

/** What else people wait for, asked one after the other of somebody drawn, with the documents of the web. */
const asks: Record<string, (n: number) => { document: string; variables: Record<string, unknown> }> = {
  'list of customers': () => ({
    document: documentOf('Customers'),
    variables: { first: 50, sort: 'LAST_INTERACTION_DESC', seesValue: true },
  }),
  'filters of the list': () => ({ document: documentOf('CustomerFacets'), variables: {} }),
  'search: a name': () => ({ document: documentOf('SearchEverything'), variables: { text: 'turcanu ana' } }),
  'search: a mail': (n) => ({
    document: documentOf('SearchEverything'),
    variables: { text: `ana.t${n}@home.example` },
  }),
  'search: a phone': (n) => ({
    document: documentOf('SearchEverything'),
    variables: { text: `+4021555${String(n % 10_000).padStart(4, '0')}` },
  }),
  'search: a ticket': (n) => ({ document: documentOf('SearchEverything'), variables: { text: `#${n}` } }),
  'timeline: a department': (n) => ({
    document: documentOf('CustomerTimeline'),
    variables: { id: customerId(n), departments: ['SUPPORT'] },
  }),
  'timeline: a kind of the busiest, a year ago': () => ({
    document: documentOf('CustomerTimeline'),
    variables: {
      id: customerId(0),
      kinds: ['call'],
      before: new Date(Date.now() - 365 * 86_400_000).toISOString(),
    },
  }),
  'timeline: a kind the busiest never had': () => ({
    document: documentOf('CustomerTimeline'),
    variables: { id: customerId(0), kinds: ['review-written'] },
  }),
  today: () => ({ document: documentOf('TodayPage'), variables: { seesValue: true } }),
  inbox: () => ({ document: documentOf('Inbox'), variables: { filter: {}, sort: 'DUE' } }),
  'inbox: a word': () => ({
    document: documentOf('Inbox'),
    variables: { filter: { text: 'loops' }, sort: 'NEWEST' },
  }),
  'segment: three conditions': () => ({
    document: documentOf('CountCustomers'),
    variables: { filter: { languages: ['it'], hasOpenTickets: true, emailConsent: ['GRANTED'] } },
  }),
  promises: () => ({ document: documentOf('PromiseList'), variables: { newestFirst: true } }),
  'what we can keep': () => ({ document: documentOf('KeepablePromises'), variables: {} }),
  'service levels': () => ({ document: documentOf('ServiceLevels'), variables: {} }),
  insights: () => ({ document: documentOf('Insights'), variables: {} }),
};

const houses = {} as Record<Size, OpenHouse>;
try {
  for (const size of order) {
    const began = performance.now();
    houses[size] = await openHouse(join(folder, `bench-grown-${sizes[size]}`), async (owner) => {
      await fillGrown(owner, sizes[size], (what) =>
        say(`${sizes[size]} events, ${Math.round((performance.now() - began) / 1000)} s: ${what}`),
      );
    });
  }
  if (!options.fill) await measureBoth();
} finally {
  for (const house of Object.values(houses)) await house.close();
}

async function measureBoth(): Promise<void> {
  const post = (size: Size, query: string, variables: object): ReturnType<Turn> => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...houses[size].shown },
    body: JSON.stringify({ query, variables }),
  });
  // A page is opened for the first time in its slice: turns go on where the last slice of its kind ended.
  const turned: Record<string, number> = {};
  const load = async (size: Size, name: string, lasting: number): Promise<Slice> => {
    const { document, among, more } = pages[name]!;
    const whole = among(customersWith(sizes[size]));
    const key = `${size} ${name}`;
    const before = turned[key] ?? 0;
    const whom = (n: number) => customerId(drawn(before + n, whole));
    const one = await slice(houses[size].port, (n) => post(size, document, { id: whom(n), ...more }), {
      seconds: lasting,
      connections,
      isGood: (body, n) =>
        (JSON.parse(body) as { data?: { customer?: { id: string } } }).data?.customer?.id === whom(n) &&
        !body.includes('"errors"'),
    });
    turned[key] = before + one.latencies.length;
    if (one.failures > 0) throw new Error(`${key}: ${one.failures} bad answers: ${one.bad}`);
    return one;
  };

  const measured: Record<string, Slice[]> = {};
  const spent: Record<string, { postgres: number; answers: number }> = {};
  for (const name of Object.keys(pages)) for (const size of order) await load(size, name, 2);
  const clocks = {} as Record<Size, Awaited<ReturnType<typeof watchProcessor>>>;
  for (const size of order)
    clocks[size] = await watchProcessor(houses[size].ownerUrl, houses[size].ancora.child.pid!, 'ancora-read');
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(pages))
      for (const size of round % 2 ? [...order].reverse() : order) {
        const key = `${size} ${name}`;
        const before = clocks[size]();
        const one = await load(size, name, seconds);
        const sum = spent[key] ?? { postgres: 0, answers: 0 };
        sum.postgres += (clocks[size]().postgres ?? Number.NaN) - (before.postgres ?? 0);
        sum.answers += one.latencies.length;
        spent[key] = sum;
        measured[key] = [...(measured[key] ?? []), one];
      }
    say(
      `round ${round + 1}/${rounds}: p95 ${Object.keys(pages)
        .map(
          (name) =>
            `${name} ${order.map((size) => rounded(quantile(measured[`${size} ${name}`]!.at(-1)!.latencies, 0.95))).join(' → ')}`,
        )
        .join(', ')} ms`,
    );
  }

  const figures = (name: string) => {
    const of = (size: Size) => measured[`${size} ${name}`]!;
    const all = (size: Size) =>
      of(size)
        .flatMap((one) => one.latencies)
        .sort((a, b) => a - b);
    const both = <T>(figure: (size: Size) => T) => ({ small: figure('small'), large: figure('large') });
    const p95 = (one: Slice) => quantile(one.latencies, 0.95);
    return {
      p50Ms: both((size) => rounded(quantile(all(size), 0.5))),
      p95Ms: both((size) => rounded(quantile(all(size), 0.95))),
      p99Ms: both((size) => rounded(quantile(all(size), 0.99))),
      /** The median of the ratios within each round. */
      ratio: rounded(median(of('large').map((one, index) => p95(one) / p95(of('small')[index]!)))),
      rps: both((size) => Math.round(median(of(size).map((one) => one.rps)))),
      postgresCpuMs: both(
        (size) =>
          Math.round((spent[`${size} ${name}`]!.postgres / spent[`${size} ${name}`]!.answers) * 1000) / 1000,
      ),
    };
  };

  const others: Record<string, { smallMs: number; largeMs: number; trouble?: string }> = {};
  for (const [name, ask] of Object.entries(asks)) {
    const took: Record<Size, number[]> = { small: [], large: [] };
    let trouble: string | undefined;
    for (let time = 0; time < 6; time += 1)
      for (const size of order) {
        const { document, variables } = ask(drawn(time, customersWith(sizes[size])));
        const { path, ...request } = post(size, document, variables);
        const began = performance.now();
        const answer = await fetch(`http://127.0.0.1:${houses[size].port}${path}`, request);
        const text = await answer.text();
        // The first prepares.
        if (time > 0) took[size].push(performance.now() - began);
        if (answer.status !== 200 || text.includes('"errors"')) trouble = `${size}: ${text.slice(0, 200)}`;
        if (took.large.some((ms) => ms > 2_000)) time = 6;
      }
    others[name] = {
      smallMs: rounded(median(took.small)),
      largeMs: rounded(median(took.large)),
      ...(trouble ? { trouble } : {}),
    };
    say(`${name}: ${others[name]!.smallMs} → ${others[name]!.largeMs} ms ${trouble ?? ''}`);
  }

  const read = {} as Record<Size, Record<string, number>>;
  layNeighbours(modules);
  const graph = openGraph(modules);
  for (const size of order) {
    const database = await openDatabase({
      url: houses[size].appUrl,
      entities: modules.flatMap((one) => one.entities ?? []),
      poolSize: 2,
    });
    read[size] = {};
    for (const [name, { document, among, more: variables }] of Object.entries(pages)) {
      let sum = 0;
      for (let n = 0; n < 50; n += 1) {
        const id = customerId(drawn(n, among(customersWith(sizes[size]))));
        sum += await pagesRead({ database, graph, viewer }, parse(document), { id, ...variables });
      }
      read[size][name] = Math.round(sum / 50);
    }
    await database.close();
  }

  const [count] = await countStatements(houses.large.appUrl, post('large', pageDocument, {}).headers, [
    post('large', pageDocument, { id: customerId(1) }).body!,
  ]);
  const { page, ...more } = Object.fromEntries(
    Object.keys(pages).map((name) => [
      name,
      { ...figures(name), pagesRead: { small: read.small[name], large: read.large[name] } },
    ]),
  );
  const result = {
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
    rounds,
    connections,
    grown: {
      events: sizes,
      customers: { small: customersWith(sizes.small), large: customersWith(sizes.large) },
      ...page,
      ...count,
      ...more,
      others,
    },
  };
  if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else console.dir(result, { depth: 6 });
}
