import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonRef, Signal } from '#modules/house';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../tests/support/people-world.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  people = await peopleWorld(db);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

interface Sketch {
  key: number | null;
  mail: number | null;
  phone: number | null;
  name: string | null;
  day: number;
  company: number | null;
  other: number | null;
}
const few = fc.option(fc.nat(2));
const sketch: fc.Arbitrary<Sketch> = fc.record({
  key: fc.option(fc.nat(4)),
  mail: few,
  phone: few,
  name: fc.option(fc.constantFrom('Ada Byron', 'A. Byron', 'Ion Pop', 'Maria Pop', 'Ioana Pop')),
  day: fc.integer({ min: 1, max: 9 }),
  company: few,
  other: fc.option(fc.nat(4), { freq: 6 }),
});

/** Orders of a shop, nearly all: an address and nothing else, now and then somebody with a name or an id. */
const rarely = { freq: 1 };
const bare: fc.Arbitrary<Sketch> = fc.record({
  key: fc.option(fc.nat(2), rarely),
  mail: fc.option(fc.nat(2), { freq: 9 }),
  phone: fc.option(fc.nat(1), rarely),
  name: fc.option(fc.constantFrom('Ada Byron', 'A. Byron', 'Ion Pop', 'Maria Pop'), rarely),
  day: fc.integer({ min: 1, max: 9 }),
  company: fc.option(fc.nat(1), rarely),
  other: fc.option(fc.nat(2), rarely),
});

let worlds = 0;

/** Tells a history in pieces of a given size, in a world of its own, and says what came of it in words without ids. */
async function tellInPieces(history: readonly Sketch[], size: number): Promise<unknown> {
  worlds += 1;
  await db.query('DELETE FROM match_key');
  const world = String(worlds).padStart(4, '0');
  // Letters round the number, so that no world is found inside of another one's phones.
  const place = `w${world}w`;
  const key = (n: number) => `k${n}.${place}`;
  const set = history.map((one) => {
    const person: PersonRef = {
      ...(one.key === null ? {} : { key: key(one.key) }),
      ...(one.mail === null ? {} : { emails: [`m${one.mail}.${place}@x.ro`] }),
      ...(one.phone === null ? {} : { phones: [`+4072${one.phone}${world}11`] }),
      ...(one.name === null ? {} : { profile: { fullName: one.name, city: `city ${one.day}` } }),
    };
    const more: Partial<Signal> = {
      at: `2026-01-0${one.day}T00:00:00Z`,
      subjectKey: `s${place}`,
      ...(one.company === null
        ? {}
        : { companies: [{ name: `Company ${one.company} of ${place}`, role: 'x' }] }),
      ...(one.other === null ? {} : { kind: 'merge', others: [{ key: key(one.other) }] }),
    };
    return people.signal(person, more);
  });
  const outcomes: unknown[] = [];
  const records: string[] = [];
  for (let start = 0; start < set.length; start += size)
    for (const one of await people.tell('hubspot', ...set.slice(start, start + size))) {
      outcomes.push([one.outcome, one.reasons.map(({ code }) => code)]);
      if (one.sourceRecordId) records.push(one.sourceRecordId);
    }
  const rows = await db.query<{ line: string }>(
    `SELECT r.kind || ' ' || r.source_key || ' ' || r.current::text || ' '
         || coalesce((SELECT string_agg(o.source_key, ',' ORDER BY o.source_key) FROM source_record o WHERE o.customer_id = r.customer_id), co.name)
         || ' ' || coalesce(c.display_name || ' ' || coalesce(c.city, '') || ' ' || c.created_at || ' ' || s.search_text || ' ' || coalesce(u.company_name, ''), '')
         || ' ' || (SELECT count(*) FROM membership m WHERE m.source_record_id = r.id)
         || ' ' || (SELECT count(*) FROM doubt d WHERE d.source_record_id = r.id)
         || ' ' || (SELECT count(*) FROM source_record_version v WHERE v.source_record_id = r.id)
         || ' ' || (SELECT count(*) FROM customer lost WHERE lost.merged_into = r.customer_id)
         || ' ' || coalesce((SELECT string_agg(ac.name || a.is_main || a.observed_at, ',' ORDER BY ac.name) FROM affiliation a JOIN company ac ON ac.id = a.company_id WHERE a.source_record_id = r.id), '')
         AS line
       FROM source_record r LEFT JOIN customer c ON c.id = r.customer_id LEFT JOIN customer_words s ON s.customer_id = c.id
       LEFT JOIN customer_summary u ON u.customer_id = c.id LEFT JOIN company co ON co.id = r.company_id
      WHERE r.source_key LIKE '%' || $1 || '%' OR r.id = ANY($2) ORDER BY 1`,
    [place, records],
  );
  return JSON.parse(JSON.stringify([outcomes, rows.map(({ line }) => line)]).replaceAll(world, 'W'));
}

const staysTheSame = (one: fc.Arbitrary<Sketch>, most: number) =>
  fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: most }), async (history) => {
      const oneByOne = await tellInPieces(history, 1);
      expect(await tellInPieces(history, history.length)).toEqual(oneByOne);
      expect(await tellInPieces(history, 2)).toEqual(oneByOne);
    }),
    { numRuns: 12, seed: 20261121 },
  );

describe('A history', () => {
  it('leaves the same behind whether it is told one by one, in pairs or all at once', async () => {
    await staysTheSame(sketch, 9);
  });

  it('of hardly more than addresses does so, too, though nobody is asked about those that are known', async () => {
    await staysTheSame(bare, 14);
  });
});
