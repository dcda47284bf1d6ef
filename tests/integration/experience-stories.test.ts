import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { measureExperience } from '../../apps/api/src/modules/experience/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { makeContext } from '../../apps/api/src/platform/graphql/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { fillWithDemo } from '../support/fill-with-demo.ts';

let fresh: FreshDatabase;
let db: Database;
const graph = openGraph(modules);
const folder = mkdtempSync(join(tmpdir(), 'ancora-stories-'));

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  await fillWithDemo(db, folder, 200);
  await measureExperience(db, modules);
});
afterAll(async () => {
  await db?.close();
  await fresh?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const document = `query ($text: String!) { customers(filter: { text: $text }) { edges { node { displayName
  summary { experienced remembered memoryStrength lastOutcome isFading }
  experience { experienced remembered strength gap moments knownMoments isFading fadeStreak settings
    memories { title experienced remembered weight outcome ifItEnded(valence: 0.9) { remembered customerRemembered } moments { valence minutes signals { signal value } } }
    failures { resolved recovered paradox after isOpen }
    attachment { score shrunk coverage orders regretted gapBy levers { lever value points events { title } } } } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: an answer of the graph, looked at field by field
type Answer = any;

async function ask(source: string, variableValues: Record<string, unknown>): Promise<Answer> {
  const contextValue = makeContext(db, {
    kind: 'user',
    id: '00000000-0000-7000-8000-000000000001',
    name: 'Sara',
    role: 'sales-rep',
    department: 'sales',
  });
  const { data, errors } = await graphql({ schema: graph.schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  return data;
}

/** Of the people with a name, the one who lived most with us. */
async function somebody(text: string): Promise<Answer> {
  const { customers } = await ask(document, { text });
  return customers.edges
    .map(({ node }: Answer) => node)
    .sort((a: Answer, b: Answer) => (b.experience?.moments ?? 0) - (a.experience?.moments ?? 0))[0];
}

describe('the stories of the demo', () => {
  it('the symphony that ends in a screech: Clara experienced 92.6 of it and remembers 0', async () => {
    const clara = await somebody('Clara Whitfield');
    const symphony = clara.experience.memories.find(({ title }: Answer) => title.includes('symphony'));
    expect(symphony).toMatchObject({
      experienced: 92.6,
      remembered: 0,
      outcome: 'MEMORABLE_NEGATIVE',
      moments: [
        { valence: 0.9, minutes: 19.5, signals: [{ signal: 'sentiment', value: 0.9 }] },
        { valence: -1, minutes: 0.5 },
      ],
    });
    // The end can still be mended, the peak stays.
    expect(symphony.ifItEnded.remembered).toBe(47.5);
    expect(symphony.ifItEnded.customerRemembered).toBeGreaterThan(clara.experience.remembered);
    expect(clara.experience.gap).toBeLessThan(-20);
    const weights = clara.experience.memories.map(({ weight }: Answer) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('the customer nobody remembers: Radu is in the queue of those who fade', async () => {
    const radu = await somebody('Radu Munteanu');
    expect(radu.experience.strength).toBeLessThan(0.3);
    expect(radu.experience.isFading).toBe(true);
    const { customers } = await ask(
      `{ customers(filter: { isFading: true, text: "Munteanu" }, sort: MEMORY_ASC) { edges { node { displayName summary { isFading memoryStrength } } } } }`,
      {},
    );
    expect(customers.edges.map(({ node }: Answer) => node.displayName)).toContain('Radu Munteanu');
  });

  it('recovered after a call: Thomas was failed once, it was mended, and he bought again', async () => {
    const thomas = await somebody('Thomas Ashcombe');
    expect(thomas.experience.failures).toEqual([
      expect.objectContaining({ resolved: true, recovered: true, isOpen: false }),
    ]);
    expect(thomas.experience.attachment.orders).toBe(3);
  });

  it('the buyer who sends 5 of 12 orders back: Hattie’s attachment says which lever holds and which does not', async () => {
    const hattie = await somebody('Osborne');
    const { attachment } = hattie.experience;
    expect(attachment).toMatchObject({ orders: 12, regretted: 5, gapBy: 'own' });
    const lever = (name: string) => attachment.levers.find((one: Answer) => one.lever === name);
    // 1 − (5+1)/(12+10)
    expect(lever('NO_REGRET').value).toBeCloseTo(0.727, 3);
    expect(lever('NO_REGRET').events).toHaveLength(5);
    expect(lever('ADVOCACY')).toMatchObject({ value: null, points: null, events: [] });
    const sum = attachment.levers.reduce((so: number, { points }: Answer) => so + (points ?? 0), 0);
    expect(sum).toBeCloseTo(attachment.score, 0);
    expect(attachment.coverage).toBeCloseTo(0.85, 10);
  });

  it('the list says the same of everybody as their page', async () => {
    const { customers } = await ask(
      `{ customers(first: 100, sort: REMEMBERED_ASC) { edges { node { summary { experienced remembered memoryStrength lastOutcome isFading }
         experience { experienced remembered strength lastOutcome isFading } } } } }`,
      {},
    );
    for (const { node } of customers.edges) {
      if (!node.experience) continue;
      const { strength, ...page } = node.experience;
      expect(node.summary).toEqual({ ...page, memoryStrength: page.remembered === null ? null : strength });
    }
    // By whole points, as they stand there.
    const order: number[] = customers.edges.flatMap(({ node }: Answer) => node.summary.remembered ?? []);
    expect(order.length).toBeGreaterThan(20);
    expect(order.every((one, place) => place === 0 || one > order[place - 1]! - 1)).toBe(true);
  });

  it('over everybody, what is counted is what was lived, and a channel that nobody uses has no share', async () => {
    const fields =
      '{ months { month n experienced remembered } irrelevant { k n p lo hi } channels { channel irrelevant { k n p lo hi } } }';
    const { experienceFigures, contentThatMoved } = await ask(
      `{ experienceFigures ${fields} contentThatMoved { title figures { tried worked low } } }`,
      {},
    );
    const [rows] = await db.query<{ n: number; irrelevant: number }>(
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE outcome = 'irrelevant')::int AS irrelevant
         FROM lived_interaction WHERE outcome <> 'unknown'`,
    );
    expect(rows?.n).toBeGreaterThan(50);
    expect(experienceFigures.irrelevant).toMatchObject({ n: rows?.n, k: rows?.irrelevant });
    const months: Answer[] = experienceFigures.months;
    expect(months.length).toBeGreaterThan(3);
    expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).sort());
    for (const { experienced, remembered } of months)
      for (const score of [experienced, remembered]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }
    const lows: number[] = contentThatMoved.map(({ figures }: Answer) => figures.low);
    expect(lows).toEqual([...lows].sort((a, b) => b - a));
    const none = await ask(`{ experienceFigures(channels: ["fax"]) ${fields} }`, {});
    expect(none.experienceFigures).toEqual({
      months: [],
      irrelevant: { k: 0, n: 0, p: null, lo: null, hi: null },
      channels: [],
    });
  });
});
