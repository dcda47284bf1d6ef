import { join } from 'node:path';
import { type DocumentNode, parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, modules, openGraph } from '../../apps/api/src/app/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { knownDocuments } from '../../apps/web/build/known-documents.ts';
import { customersWith, fillGrown } from '../bench/grown-data.ts';
import { pagesRead } from '../bench/pages-read.ts';
import { customerId } from '../bench/read-data.ts';
import { pageDocument } from '../bench/read-documents.ts';
import { salesRep as viewer } from '../bench/sales-rep.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const sizes = { small: 20_000, large: 200_000 };
type Size = keyof typeof sizes;

describe('A house that has grown tenfold', () => {
  const fresh = {} as Record<Size, FreshDatabase>;
  const databases = {} as Record<Size, Database>;
  let graph: Graph;
  const documents = new Map(
    knownDocuments(join(import.meta.dirname, '../../apps/web/src')).map((one) => [one.name, parse(one.text)]),
  );
  const documentOf = (name: string): DocumentNode => documents.get(name)!;

  beforeAll(async () => {
    layNeighbours(modules);
    graph = openGraph(modules);
    for (const size of ['small', 'large'] as const) {
      fresh[size] = await freshDatabase();
      const owner = new pg.Client({ connectionString: fresh[size].ownerUrl });
      await owner.connect();
      await fillGrown(owner, sizes[size], () => {});
      await owner.end();
      databases[size] = await openDatabase({
        url: fresh[size].appUrl,
        entities: modules.flatMap((one) => one.entities ?? []),
        poolSize: 2,
      });
    }
  }, 240_000);
  afterAll(async () => {
    for (const database of Object.values(databases)) await database.close();
    for (const one of Object.values(fresh)) await one.drop();
  });

  const pages = (size: Size, document: DocumentNode, variables: Record<string, unknown>) =>
    pagesRead({ database: databases[size], graph, viewer }, document, variables);
  /** Of customers from the busiest to those of whom hardly anything is known, on average; the same shares of both houses. */
  const usual = async (
    size: Size,
    document: DocumentNode,
    variablesOf: (n: number) => Record<string, unknown>,
  ): Promise<number> => {
    const whole = customersWith(sizes[size]);
    let sum = 0;
    for (let n = 0; n < 20; n += 1)
      sum += await pages(size, document, variablesOf(Math.floor((whole * (n + 0.5)) / 20)));
    return sum / 20;
  };
  const growth = async (document: DocumentNode, variablesOf: (n: number) => Record<string, unknown>) =>
    (await usual('large', document, variablesOf)) / (await usual('small', document, variablesOf));

  it('looks hardly further for the page of a customer', async () => {
    expect(await growth(parse(pageDocument), (n) => ({ id: customerId(n) }))).toBeLessThan(1.3);
    const whole = (n: number) => ({ id: customerId(n), seesValue: true });
    expect(await growth(documentOf('CustomerPage'), whole)).toBeLessThan(1.3);
  });

  it('looks hardly further for the page of a timeline from a day on, of a department or of a kind', async () => {
    for (const filter of [{ departments: ['SUPPORT'] }, { kinds: ['call'], before: '2026-06-01T00:00:00Z' }])
      expect(
        await growth(documentOf('CustomerTimeline'), (n) => ({ id: customerId(n), ...filter })),
      ).toBeLessThan(1.3);
  });

  it('looks hardly further for a mailbox, a phone or a ticket that is typed whole', async () => {
    for (const textOf of [
      (n: number) => `Ana.T${n}@home.example`,
      (n: number) => `#${n}`,
      (n: number) => `+40 21 555 ${String(n).padStart(4, '0')}`,
    ])
      expect(await growth(documentOf('SearchEverything'), (n) => ({ text: textOf(n) }))).toBeLessThan(1.3);
  });

  it('looks hardly further for what a bot did, where it hardly spoke', async () => {
    const bots = parse('{ botContainment { claimed { n } } }');
    expect(await growth(bots, () => ({}))).toBeLessThan(1.3);
  });

  it('looks hardly further for the list of customers', async () => {
    const list = { first: 50, sort: 'LAST_INTERACTION_DESC', counted: false, seesValue: true };
    expect(await growth(documentOf('Customers'), () => list)).toBeLessThan(1.3);
  });

  it('looks further where everybody is counted (the control that must fail)', async () => {
    expect(await growth(documentOf('CustomerFacets'), () => ({}))).toBeGreaterThan(5);
  });
});
