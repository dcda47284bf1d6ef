import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execute, parse } from 'graphql';
import pg from 'pg';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { migrate, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { startPostgres } from '../../apps/api/src/platform/postgres/index.ts';
import { median } from './load.ts';
import { fill, sizeFor } from './read-data.ts';

/**
 * `npm run bench:lists`: the first page of lists that are filtered and sorted, counts of segments and searches in a house of any
 * size, with statistics as coarse as the embedded server gathers them and as fine as PostgreSQL usually does: how long each takes, and
 * whether the coarse ones lead to other plans or other answers.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean' },
    customers: { type: 'string', default: '200000' },
    times: { type: 'string', default: '9' },
  },
});
const customers = Number(options.customers);
const times = Number(options.times);
const targets = [30, 100];
const home = join(import.meta.dirname, '../../.ancora', `bench-lists-${customers}`);
const say = (text: string) => process.stderr.write(`${text}\n`);

const line =
  'id displayName ownerName stage { stage since } summary { openDeals openTickets lastInteractionAt }';
const page = (args: string) =>
  `{ customers(first: 50, ${args}) { edges { cursor node { ${line} } } pageInfo { hasNextPage endCursor } } }`;
const count = (filter: string) =>
  `{ customers(first: 1, filter: { ${filter} }) { count { value isExact } } }`;
const search = (text: string) => `{ search(text: "${text}") { __typename matched } }`;
/** What is asked; lists and counts as the speed targets name them, the commonest answers and the rarest. */
const questions: Record<string, string> = {
  'list: open tickets, by last interaction': page(
    'filter: { hasOpenTickets: true, languages: ["it"] }, sort: LAST_INTERACTION_DESC',
  ),
  'list: stages and owner, by deal value': page(
    'filter: { stages: [CHOICE, USE], ownerNames: ["Owner 3"] }, sort: OPEN_DEAL_VALUE_DESC',
  ),
  'list: country and open deals, by name': page(
    'filter: { countries: ["RO"], hasOpenDeals: true }, sort: NAME_ASC',
  ),
  'list: a value nearly nobody reaches': page(
    'filter: { openDealValueAtLeast: 2000000, languages: ["fr"] }, sort: CREATED_DESC',
  ),
  'list: words, by last interaction': page(
    `filter: { text: "ana ${customers - 7}" }, sort: LAST_INTERACTION_DESC`,
  ),
  'segment: three conditions, many': count(
    'languages: ["it"], hasOpenTickets: true, emailConsent: [GRANTED]',
  ),
  'segment: three conditions, few': count('countries: ["FR"], stages: [SHARE], openDealValueAtLeast: 500000'),
  'search: a name': search('turcanu ana'),
  'search: a mail': search(`ana${customers - 3}@company.example`),
  'search: a misspelt name': search(`turcnau ana ${customers - 11}`),
  'search: a number of a ticket': search(`${customers}`),
};

const viewer: Viewer = {
  kind: 'user',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Bench',
  role: 'sales-lead',
  department: 'sales',
};

/** The steps of a plan by name, table and index: without what PostgreSQL guesses of them. */
function shapeOf(node: Record<string, unknown>): string {
  const inner = ((node.Plans ?? []) as Record<string, unknown>[]).map(shapeOf);
  const name = [node['Node Type'], node['Index Name'] ?? node['Relation Name']].filter(Boolean).join(' ');
  return inner.length > 0 ? `${name} (${inner.join(', ')})` : name;
}

interface Measured {
  ms: number;
  answer: string;
  plan: string | null;
}

const postgres = await startPostgres({ home });
try {
  await migrate(postgres.ownerUrl, migrations);
  layNeighbours(modules);
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  owner.on('error', () => undefined);
  await owner.connect();
  // Two events a customer: lists and searches read summaries, never the events themselves.
  const size = { ...sizeFor(customers), events: customers * 2, tickets: customers, messages: 100 };
  if ((await owner.query('SELECT count(*)::int AS n FROM customer')).rows[0].n === 0)
    await fill(owner, size, (what) => say(`filling: ${what}`));

  const graph = openGraph(modules);
  const measured: Record<string, Measured[]> = {};
  for (const target of targets) {
    await owner.query(`SET default_statistics_target = ${target}`);
    await owner.query('ANALYZE');
    // Connections of its own: none has a plan from before.
    const database = await openDatabase({
      url: postgres.appUrl,
      entities: modules.flatMap((one) => one.entities ?? []),
      poolSize: 2,
    });
    const ask = async (text: string): Promise<Omit<Measured, 'ms'>> => {
      const document = parse(text);
      const asking = graph.lookAhead.ask({ document, variables: {}, asker: viewer });
      if ('not' in asking) {
        const contextValue = makeContext(database, viewer);
        const { data, errors } = await execute({ schema: graph.schema, document, contextValue });
        if (errors) throw errors[0];
        return { answer: JSON.stringify({ data }), plan: null };
      }
      const [row] = await database.query<{ answer: string }>(asking.sql, asking.values);
      return { answer: row!.answer, plan: null };
    };
    const planOf = async (text: string): Promise<string | null> => {
      const asking = graph.lookAhead.ask({ document: parse(text), variables: {}, asker: viewer });
      if ('not' in asking) return null;
      const [row] = await database.query<Record<string, unknown>>(
        `EXPLAIN (FORMAT JSON) ${asking.sql}`,
        asking.values,
      );
      const [explained] = row!['QUERY PLAN'] as { Plan: Record<string, unknown> }[];
      return shapeOf(explained!.Plan);
    };
    for (const [name, text] of Object.entries(questions)) {
      await ask(text);
      const took: number[] = [];
      let answer = '';
      for (let time = 0; time < times; time += 1) {
        const began = performance.now();
        answer = (await ask(text)).answer;
        took.push(performance.now() - began);
      }
      const one = { ms: median(took), answer, plan: await planOf(text) };
      measured[name] = [...(measured[name] ?? []), one];
      say(`target ${target}: ${name}: ${one.ms.toFixed(1)} ms, ${answer.length} characters`);
    }
    await database.close();
  }
  await owner.end();
  const report = Object.entries(measured).map(([name, [coarse, fine]]) => ({
    name,
    coarseMs: Number(coarse!.ms.toFixed(1)),
    fineMs: Number(fine!.ms.toFixed(1)),
    samePlan: coarse!.plan === fine!.plan,
    sameAnswer: coarse!.answer === fine!.answer,
    ...(coarse!.plan === fine!.plan ? {} : { plans: [coarse!.plan, fine!.plan] }),
  }));
  for (const { name, coarseMs, fineMs, samePlan, sameAnswer } of report)
    say(
      `${name}: ${coarseMs} and ${fineMs} ms, ${samePlan ? 'the same plan' : 'ANOTHER PLAN'}, ${sameAnswer ? 'the same answer' : 'ANOTHER ANSWER'}`,
    );
  if (options.json) process.stdout.write(`${JSON.stringify({ customers, targets, questions: report })}\n`);
  if (report.some(({ sameAnswer }) => !sameAnswer)) process.exitCode = 1;
} finally {
  await postgres.stop();
}
