import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EngineRecord,
  explainPair,
  groupRecords,
  householdsOf,
  type KnownRecord,
  keysOfRecord,
  laidOut,
  matchOne,
  normaliseRecord,
  outcomesOf,
  type RecordTable,
  type Resolved,
  resolveTable,
  statisticsOf,
  TableBuilder,
  usualSettings,
} from './index.ts';
import { madeUpPeople } from './made-up-people.ts';

type Run = Resolved & { table: RecordTable };

const reading = { others: [] };

async function resolve(records: readonly EngineRecord[]): Promise<Run> {
  const builder = new TableBuilder();
  for (const record of records) builder.add(record.id, record.source, normaliseRecord(record, reading));
  const table = builder.build();
  return { ...(await resolveTable(table)), table };
}

const entityOf = ({ table, entity }: Run): Map<string, string> =>
  new Map(table.ids.map((id, row) => [id, table.ids[entity[row]!]!]));

const together = (run: Run, a: string, b: string): boolean => entityOf(run).get(a) === entityOf(run).get(b);

const person = (id: string, fields: Record<string, string>, source = 'crm'): EngineRecord => ({
  id,
  source,
  fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [value]])),
});

/** Bagga and Baldwin's B³ F1 of two partitions of the same records. */
function agreement(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  const count = (keyOf: (id: string) => string) => {
    const sizes = new Map<string, number>();
    for (const id of one.keys()) sizes.set(keyOf(id), (sizes.get(keyOf(id)) ?? 0) + 1);
    return sizes;
  };
  const both = (id: string) => `${one.get(id)} ${other.get(id)}`;
  const [ofOne, ofOther, ofBoth] = [count((id) => one.get(id)!), count((id) => other.get(id)!), count(both)];
  let [precision, recall] = [0, 0];
  for (const id of one.keys()) {
    precision += ofBoth.get(both(id))! / ofOther.get(other.get(id)!)!;
    recall += ofBoth.get(both(id))! / ofOne.get(one.get(id)!)!;
  }
  return (2 * precision * recall) / ((precision + recall) * one.size);
}

const people = madeUpPeople(400);

describe('a batch of people', () => {
  it('comes to the same people whatever the order of arrival', async () => {
    const first = entityOf(await resolve(people));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...people], { minLength: people.length }), async (shuffled) => {
        expect(agreement(first, entityOf(await resolve(shuffled)))).toBe(1);
      }),
      { numRuns: 3 },
    );
  });

  it('finds most of the people and hardly anybody twice', async () => {
    const truth = new Map(people.map(({ id }) => [id, id.split('-')[0]!]));
    expect(agreement(truth, entityOf(await resolve(people)))).toBeGreaterThan(0.97);
  });

  it('leaves rows with nothing to compare alone', async () => {
    const empty = ['n1', 'n2', 'n3'].map((id) =>
      person(id, { given_name: 'n/a', email: 'none', phone: '0000000' }),
    );
    const entities = entityOf(await resolve([...people, ...empty]));
    for (const { id } of empty)
      expect([...entities.values()].filter((one) => one === entities.get(id))).toHaveLength(1);
  });

  it('finds by itself that a mailbox of hundreds links nobody', async () => {
    const desk = people.map((record) => ({
      ...record,
      fields: { ...record.fields, email: ['frontdesk@corp.example'] },
    }));
    const truth = new Map(people.map(({ id }) => [id, id.split('-')[0]!]));
    const found = entityOf(await resolve(desk));
    const sizes = new Map<string, number>();
    for (const entity of found.values()) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBeLessThan(12);
    expect(agreement(truth, found)).toBeGreaterThan(0.85);
  });

  it('keeps father and son apart, and Jr and Sr', async () => {
    const run = await resolve([
      ...people,
      person('sr', {
        given_name: 'Tobias',
        family_name: 'Quill Sr',
        street_address: '7 Mill Lane',
        phone: '0721 555 0199',
      }),
      person('jr', {
        given_name: 'Tobias',
        family_name: 'Quill Jr',
        street_address: '7 Mill Lane',
        phone: '0721 555 0199',
      }),
    ]);
    expect(together(run, 'sr', 'jr')).toBe(false);
  });

  it('merges nobody unseen on a name at an address', async () => {
    const run = await resolve([
      ...people,
      person('x1', {
        given_name: 'Ottoline',
        family_name: 'Quarles',
        street_address: '19 Elm Road',
        postcode: '40122',
      }),
      person(
        'x2',
        { given_name: 'Ottoline', family_name: 'Quarles', street_address: '19 Elm Road', postcode: '40122' },
        'shop',
      ),
    ]);
    const outcomes = outcomesOf(run.edges, run.entity, run.held, usualSettings);
    const at = run.edges.a.findIndex(
      (a, edge) =>
        ['x1', 'x2'].includes(run.table.ids[a]!) && ['x1', 'x2'].includes(run.table.ids[run.edges.b[edge]!]!),
    );
    expect(outcomes[at]).toBe('review');
  });

  it('explains a pair by steps that add up', async () => {
    const { table, edges, models } = await resolve(people);
    for (let at = 0; at < Math.min(50, edges.a.length); at += 1) {
      const { start, steps, bits } = explainPair(table, models, edges.a[at]!, edges.b[at]!);
      expect(start + steps.reduce((sum, step) => sum + step.bits, 0)).toBeCloseTo(bits, 6);
      expect(bits).toBeCloseTo(edges.bits[at]!, 3);
    }
  });

  it('lets a mailbox that only two have carry its bits, and tells what relatives would share in a step of its own', async () => {
    const run = await resolve(people);
    const at = run.edges.a.findIndex((a, edge) => {
      const { steps } = explainPair(run.table, run.models, a, run.edges.b[edge]!);
      return steps.some(({ feature, level }) => feature === 'email' && level === 'same');
    });
    const { steps, start } = explainPair(run.table, run.models, run.edges.a[at]!, run.edges.b[at]!);
    expect(steps.find(({ feature }) => feature === 'email')!.bits).toBeGreaterThan(15);
    expect(start).toBeLessThan(-5);
    const last = steps.at(-1)!;
    expect(['relatives', 'namesakes']).toContain(last.feature);
    expect(last.bits).toBeLessThan(0);
  });

  it('tells households on the way, and they hold whole entities', async () => {
    const { entity, edges } = await resolve(people);
    const households = householdsOf(entity, edges);
    for (const [row, first] of entity.entries()) expect(households[row]).toBe(households[first]);
  });
});

describe('one record at a time', () => {
  it('comes to the people of a batch', async () => {
    const run = await resolve(people);
    const { rare, often } = statisticsOf(run.table);
    const learnt = { models: run.models, statistics: laidOut(rare, often) };
    const known = new Map<number, KnownRecord>();
    const byKey = new Map<number, number[]>();
    const links = new Map<number, Set<number>>();
    const entity = new Map<string, string>();
    people.forEach((person, number) => {
      const one: KnownRecord = { number, source: person.source, record: normaliseRecord(person, reading) };
      const near = new Set<number>();
      for (const { key, cap } of keysOfRecord(one.record, learnt)) {
        const holders = byKey.get(key) ?? [];
        if (holders.length <= cap) for (const other of holders) near.add(other);
        byKey.set(key, [...holders, number]);
      }
      const candidates = [...near].map((other) => known.get(other)!);
      known.set(number, one);
      links.set(number, new Set());
      for (const match of matchOne(one.record, one.source, candidates, learnt)) {
        if (match.bits < 0) continue;
        links.get(number)!.add(match.number);
        links.get(match.number)!.add(number);
      }
      const component = new Set([number]);
      for (const member of component) for (const next of links.get(member)!) component.add(next);
      const records = [...component].map((member) => known.get(member)!);
      for (const group of groupRecords(records, learnt))
        for (const member of group) entity.set(people[member]!.id, people[group[0]!]!.id);
    });
    expect(agreement(entityOf(run), entity)).toBeGreaterThanOrEqual(0.99);
  });
});
