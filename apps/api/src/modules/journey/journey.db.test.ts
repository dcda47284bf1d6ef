import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactKind, NewFact } from '#modules/house';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { advance, refold } from './advance.ts';
import { publishMap, saveDraft } from './change-map.ts';
import { foldStage } from './domain/fold-stage.ts';
import { knownFacts } from './domain/known-facts.ts';
import { mainMapId } from './domain/map-version.ts';
import { usualJourney } from './domain/usual-journey.ts';
import { overrideStage, undoOverride } from './override-stage.ts';
import { foldStale, standAnew } from './stand-anew.ts';

const sara = { kind: 'user' as const, id: null, name: 'Sara', role: 'sales-lead', department: 'sales' };
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const { version: _version, ...usual } = usualJourney;

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const run: TestWorld['database']['transaction'] = (work) => world.database.transaction(work);
const standing = async (person: TestPerson) => {
  const [row] = await world.database.query<Record<string, unknown>>(
    'SELECT * FROM customer_stage WHERE customer_id = $1',
    [person.customerId],
  );
  return row;
};
const fact = (person: TestPerson, n: number, kind: FactKind): NewFact => ({
  ...person,
  factKey: `${kind} ${n}`,
  at: day(n),
  kind,
});

describe('where somebody stands, kept in the database', () => {
  it('is what folding everything at once gives, in whatever order, however often and in whatever portions facts arrive', async () => {
    const kinds = knownFacts.filter((kind) => kind !== 'bought-again') as FactKind[];
    const life = fc.array(
      fc.record({ n: fc.integer({ min: 0, max: 200 }), kind: fc.constantFrom(...kinds) }),
      {
        minLength: 1,
        maxLength: 14,
      },
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(life, fc.infiniteStream(fc.nat()), async (events, luck) => {
        const shuffled = await world.person(`Shuffled ${count}`);
        const ordered = await world.person(`Ordered ${count++}`);
        const draw = () => luck.next().value as number;
        const arrivals = [...events, ...events.slice(0, 2)].sort(() => (draw() % 2 ? 1 : -1));
        while (arrivals.length > 0) {
          const portion = arrivals.splice(0, 1 + (draw() % 4));
          await run((tx) =>
            advance(
              tx,
              portion.map(({ n, kind }) => fact(shuffled, n, kind)),
            ),
          );
        }
        await run((tx) =>
          advance(
            tx,
            events.map(({ n, kind }) => fact(ordered, n, kind)),
          ),
        );
        const { customer_id: _one, ...kept } = (await standing(shuffled)) ?? {};
        const { customer_id: _other, ...anew } = (await standing(ordered)) ?? {};
        expect(kept).toEqual(anew);
        const once = [...new Map(events.map((one) => [`${one.kind} ${one.n}`, one])).values()];
        const folded = foldStage(once.map(({ n, kind }) => ({ factKey: `${kind} ${n}`, at: day(n), kind })));
        expect(kept.stage).toBe(folded?.stage);
        expect(kept.history ?? []).toEqual(folded?.history ?? []);
      }),
      { numRuns: 40, seed: 20261128 },
    );
  });

  it('is what one of us says, until it is taken back or something happens', async () => {
    const ada = await world.person('Ada');
    await run((tx) => advance(tx, [fact(ada, 1, 'deal-won')]));
    const before = await standing(ada);
    const wish = { customerId: ada.customerId, stage: 'share', reason: 'She told her whole club' };
    const said = await run((tx) => overrideStage(tx, sara, wish, day(10)));
    if (!said.ok) throw new Error(said.refusal.message);
    expect(await standing(ada)).toMatchObject({ stage: 'share', because: 'override', since: day(10) });
    expect(await run((tx) => overrideStage(tx, sara, wish, day(11)))).toMatchObject({
      refusal: { code: 'STANDS_THERE' },
    });
    await run((tx) => advance(tx, [fact(ada, 12, 'ticket-opened')]));
    expect(await standing(ada)).toMatchObject({ stage: 'assistance' });
    await run((tx) => undoOverride(tx, sara, said.value.id, day(13)));
    expect((await standing(ada))!.history).toEqual([
      { ...(before!.history as object[])[0], to: day(12).toISOString() },
      { stage: 'assistance', from: day(12).toISOString(), to: null, because: 'ticket-opened' },
    ]);
    expect(await run((tx) => undoOverride(tx, sara, said.value.id, day(14)))).toMatchObject({
      refusal: { code: 'UNDONE_ALREADY' },
    });
  });

  it('is nowhere once they were merged into somebody, whatever a source still calls them', async () => {
    const [gone, stays] = [await world.person('Gone'), await world.person('Stays')];
    await world.database.query(`UPDATE customer SET lifecycle = 'lead' WHERE id = $1`, [gone.customerId]);
    await run((tx) => refold(tx, [gone.customerId]));
    expect(await standing(gone)).toMatchObject({ stage: 'need', because: 'source-word' });
    await world.database.query('UPDATE customer SET merged_into = $2 WHERE id = $1', [
      gone.customerId,
      stays.customerId,
    ]);
    await run((tx) => refold(tx, [gone.customerId]));
    expect(await standing(gone)).toBeUndefined();
  });

  it.each([
    ['a stage that is not there', { stage: 'nirvana' }, 'NO_SUCH_STAGE'],
    ['no reason', { reason: ' ' }, 'REASON_NEEDED'],
    ['nobody', { customerId: '00000000-0000-7000-8000-00000000dead' }, 'CUSTOMER_MISSING'],
    ['no id', { customerId: 'x' }, 'CUSTOMER_MISSING'],
  ])('is not said with %s', async (_, change, code) => {
    const bob = await world.person(`Bob ${code} ${_}`);
    const wish = { customerId: bob.customerId, stage: 'use', reason: 'I saw it', ...change };
    expect(await run((tx) => overrideStage(tx, sara, wish, day(1)))).toMatchObject({ refusal: { code } });
  });
});

describe('a map that is published', () => {
  const publish = async (id: string | null, document: object) => {
    const saved = await run((tx) => saveDraft(tx, sara, { id, document }, day(20)));
    if (!saved.ok) throw new Error(saved.refusal.message);
    const published = await run((tx) => publishMap(tx, sara, saved.value, day(20)));
    if (!published.ok) throw new Error(published.refusal.message);
    return saved.value;
  };

  it('moves nobody while it is a draft, and everybody when it counts', async () => {
    const eva = await world.person('Eva');
    await run((tx) => advance(tx, [fact(eva, 1, 'deal-won'), fact(eva, 2, 'product-used')]));
    const document = {
      ...usual,
      facts: { ...usual.facts, 'product-used': { stage: 'share', points: 9, hard: true } },
    };
    await run((tx) => saveDraft(tx, sara, { id: mainMapId, document }, day(19)));
    expect(await foldStale(world.database)).toBe(0);
    expect(await standing(eva)).toMatchObject({ stage: 'use', settings: 'journey-1' });
    await publish(mainMapId, document);
    // Whoever is taken in now stands by the new one already.
    const late = await world.person('Late');
    await run((tx) => advance(tx, [fact(late, 1, 'product-used')]));
    expect(await standing(late)).toMatchObject({ stage: 'share', settings: 'journey-2' });
    expect(await standAnew(world.database)).toBeGreaterThan(2);
    expect(await standing(eva)).toMatchObject({ stage: 'share', settings: 'journey-2' });
    const [summary] = await world.database.query(
      'SELECT stage FROM customer_summary WHERE customer_id = $1',
      [eva.customerId],
    );
    expect(summary).toEqual({ stage: 'share' });
    expect(await foldStale(world.database)).toBe(0);
    await publish(mainMapId, usual);
    await standAnew(world.database);
    expect(await standing(eva)).toMatchObject({ stage: 'use', settings: 'journey-3' });
  });

  it('is refused with the field named when it makes no sense, and when nothing changed', async () => {
    const bad = { ...usual, hysteresis: 0.2 };
    expect(await run((tx) => saveDraft(tx, sara, { id: mainMapId, document: bad }, day(21)))).toMatchObject({
      refusal: { code: 'BAD_MAP', field: 'hysteresis' },
    });
    await run((tx) => saveDraft(tx, sara, { id: mainMapId, document: usual }, day(21)));
    expect(await run((tx) => publishMap(tx, sara, mainMapId, day(21)))).toMatchObject({
      refusal: { code: 'NOTHING_TO_PUBLISH' },
    });
  });

  it('may be another journey, on which a customer stands beside the main one', async () => {
    const ivo = await world.person('Ivo');
    await run((tx) => advance(tx, [fact(ivo, 1, 'deal-won'), fact(ivo, 2, 'ticket-opened')]));
    const mapId = await publish(null, {
      name: 'Warranty',
      stages: ['covered', 'claimed'],
      facts: {
        'deal-won': { stage: 'covered', points: 2 },
        'ticket-opened': { stage: 'claimed', points: 3 },
      },
    });
    await standAnew(world.database);
    const [track] = await world.database.query(
      'SELECT map_id, stage FROM customer_track WHERE customer_id = $1',
      [ivo.customerId],
    );
    expect(track).toEqual({ map_id: mapId, stage: 'claimed' });
    expect(await standing(ivo)).toMatchObject({ stage: 'assistance' });
  });
});
