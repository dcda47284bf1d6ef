import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/modules.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { layNeighbours, type Signal } from '../../apps/api/src/modules/house/index.ts';
import { mergeCustomers, moveRulesOf, unmergeCustomer } from '../../apps/api/src/modules/identity/index.ts';
import { subjectsOf, takeIn, undoImport } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource, type Source } from '../../apps/api/src/modules/sources/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { dump, emptyDatabase } from '../support/dump.ts';
import { happenings, ofNobody } from '../support/everything.ts';
import { cutAnywhere } from '../support/told.ts';

const subjects = subjectsOf(modules);
const moving = moveRulesOf(modules);
const actor = { kind: 'user', id: null, name: 'Sam Steward' };

/** Kinds whose things are nobody's, everybody's, or never change hands, and why. */
const neverMove = {
  person: 'is the person',
  content: 'is nobody’s',
  consent: 'is an entry of a ledger: what somebody agreed to is never turned into somebody else’s',
  deal: 'is with several people: whoever is named joins it',
};
/** The table in which each kind keeps its things. */
const tableOf: Record<string, string> = {
  touch: 'touch',
  order: 'sales_order',
  ticket: 'ticket',
  message: 'message',
  note: 'note',
  task: 'task',
  'case-event': 'case_event',
  answer: 'survey_answer',
  review: 'review',
  'heard-of': 'heard_of',
  referral: 'referral',
  promise: 'promise',
  interaction: 'interaction',
  'content-use': 'content_use',
};
/** What says who told what, and who is who: it differs by nature between two histories. */
const ofTheTelling = [
  'signal',
  'source_record',
  'membership',
  'match_key',
  'match_record',
  'owed',
  'review_event',
];

let fresh: FreshDatabase;
let database: Database;
let source: Source;

beforeAll(async () => {
  layNeighbours(modules);
  fresh = await freshDatabase();
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
  });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const people = ['ada', 'bela', 'chiara'];
const keyOf = (who: number) => `user:${people[who]}`;
let events = 0;
const told = (kind: string, subjectKey: string, who: number, day: number, body: object): Signal => ({
  kind,
  eventId: `event-${++events}`,
  subjectKey,
  at: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`,
  person: { key: keyOf(who) },
  body,
});

const take = (signals: readonly Signal[], importId?: string) =>
  database.transaction((tx) => takeIn(tx, subjects, source, signals, importId ? { importId } : {}));

/** A house that knows three people and something to give them. */
async function beginAnew(): Promise<void> {
  await emptyDatabase(fresh.ownerUrl);
  events = 0;
  source = await database.transaction((tx) => ensureSource(tx, 'desk', 'zendesk'));
  await take([
    ...people.map(
      (name, who): Signal => ({
        ...told('person', keyOf(who), who, 1, {}),
        person: { key: keyOf(who), emails: [`${name}@example.org`] },
      }),
    ),
    told('content', 'content:1', 0, 1, happenings.content!('content:1', 1)),
  ]);
}

/** One word of a thing: whose it is, when, and what. */
interface Word {
  who: number;
  day: number;
  n: number;
}
const signalsOf = (kind: string, words: readonly Word[]): Signal[] =>
  words.map(({ who, day, n }) => told(kind, `${kind}:1`, who, day, happenings[kind]!(`${kind}:1`, n)));

/** Everything that is known of customers, by what it says. */
async function known(): Promise<Record<string, string[]>> {
  const all = await dump(database);
  for (const table of ofTheTelling) delete all[table];
  return all;
}

/** What must hold whoever has it: a row is the customer's whose record it hangs on. */
async function strays(): Promise<string[]> {
  const found: string[] = [];
  for (const table of moving.follows) {
    const rows = await database.query(
      `SELECT FROM ${table} t JOIN source_record r ON r.id = t.source_record_id WHERE t.customer_id IS DISTINCT FROM r.customer_id`,
    );
    if (rows.length > 0) found.push(table);
  }
  return found;
}

async function ownerOf(kind: string): Promise<number> {
  const [row] = await database.query<{ key: string }>(
    `SELECT r.source_key AS key FROM ${tableOf[kind]} t JOIN source_record r ON r.id = t.source_record_id WHERE t.source_key = $1`,
    [`${kind}:1`],
  );
  return people.findIndex((_, who) => keyOf(who) === row!.key);
}

const word = fc.record({ who: fc.nat(1), day: fc.integer({ min: 2, max: 9 }), n: fc.nat(4) });
const kinds = Object.keys(tableOf);

describe('a thing that turns out to be somebody else’s', () => {
  it('is thought of for every kind of thing that happens to people', () => {
    expect([...kinds, ...Object.keys(neverMove), ...ofNobody].sort()).toEqual(
      [...subjects.kinds.keys()].sort(),
    );
  });

  it.each(kinds)(
    'leaves nothing with whoever had it, and is whole with whose it is: %s',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 5 }), cutAnywhere, async (words, cut) => {
          await beginAnew();
          for (const set of cut(signalsOf(kind, words))) await take(set);
          const moved = await known();
          expect(await strays()).toEqual([]);
          const owner = await ownerOf(kind);
          await beginAnew();
          for (const set of cut(
            signalsOf(
              kind,
              words.map((one) => ({ ...one, who: owner })),
            ),
          ))
            await take(set);
          expect(moved).toEqual(await known());
        }),
        { numRuns: 12, endOnFailure: true, seed: 63 },
      );
    },
    240_000,
  );

  it.each(kinds)('is whose it was again when the import that said so is undone: %s', async (kind) => {
    await beginAnew();
    const [first, second] = signalsOf(kind, [
      { who: 0, day: 2, n: 1 },
      { who: 1, day: 3, n: 2 },
    ]);
    await take([first!]);
    const before = await known();
    const importId = newId();
    await database.query('INSERT INTO import_run (id, status) VALUES ($1, $2)', [importId, 'DONE']);
    await take([second!], importId);
    // Messages are whose their ticket is, whoever writes.
    if (kind !== 'message') expect(await ownerOf(kind)).toBe(1);
    expect(await database.transaction((tx) => undoImport(tx, subjects, importId))).toMatchObject({
      ok: true,
    });
    expect(await known()).toEqual(before);
  });

  it('leaves the line of a day to whoever keeps another touch of that day', async () => {
    const opened = (thing: number, who: number) =>
      told('touch', `touch:${thing}`, who, 2, happenings.touch!('', 1));
    const lines = () =>
      database.query<{ key: string }>(
        `SELECT r.source_key AS key FROM timeline_entry e JOIN source_record r ON r.id = e.source_record_id WHERE e.kind = 'touch-opened' ORDER BY 1`,
      );
    await beginAnew();
    await take([opened(1, 0), opened(2, 0)]);
    expect(await lines()).toEqual([{ key: keyOf(0) }]);
    await take([opened(2, 1)]);
    expect(await lines()).toEqual([{ key: keyOf(0) }, { key: keyOf(1) }]);
    await take([opened(1, 1)]);
    expect(await lines()).toEqual([{ key: keyOf(1) }]);
  });

  it('takes what was written in a ticket along, and gives it back when the word that moved it is undone', async () => {
    await beginAnew();
    await take([told('message', 'message:1', 0, 2, happenings.message!('message:1', 1))]);
    const before = await known();
    const importId = newId();
    await database.query('INSERT INTO import_run (id, status) VALUES ($1, $2)', [importId, 'DONE']);
    await take([told('ticket', 'ticket:1', 1, 3, happenings.ticket!('ticket:1', 1))], importId);
    const owners = await database.query<{ key: string }>(
      `SELECT DISTINCT r.source_key AS key FROM source_record r
         JOIN (SELECT source_record_id FROM message UNION ALL SELECT source_record_id FROM timeline_entry WHERE subject_type = 'Ticket') hung ON hung.source_record_id = r.id`,
    );
    expect(owners).toEqual([{ key: keyOf(1) }]);
    await database.transaction((tx) => undoImport(tx, subjects, importId));
    expect(await known()).toEqual(before);
  });

  it('says nothing any more of a note that is for one department now', async () => {
    await beginAnew();
    for (const n of [1, 2]) await take([told('note', 'note:1', 0, 1 + n, happenings.note!('note:1', n))]);
    expect(await database.query(`SELECT FROM timeline_entry WHERE kind = 'note-added'`)).toEqual([]);
  });

  it.each(kinds)(
    'goes from one who was merged to one who was not, and is theirs after unmerging: %s',
    async (kind) => {
      await beginAnew();
      const [first, second] = signalsOf(kind, [
        { who: 0, day: 2, n: 1 },
        { who: 1, day: 3, n: 2 },
      ]);
      const customers = await database.query<{ id: string }>(
        `SELECT customer_id AS id FROM source_record WHERE kind = 'person' AND source_key = ANY($1) ORDER BY source_key`,
        [[keyOf(0), keyOf(2)]],
      );
      await take([first!]);
      const merged = await database.transaction((tx) =>
        mergeCustomers(tx, { survivorId: customers[1]!.id, otherId: customers[0]!.id, actor }, moving),
      );
      if (!merged.ok) throw new Error(merged.refusal.message);
      await take([second!]);
      const undone = await database.transaction((tx) =>
        unmergeCustomer(tx, merged.value.decisionId, actor, null, moving),
      );
      expect(undone).toMatchObject({ ok: true });
      const apart = await known();
      await beginAnew();
      // Messages stay with the ticket, which the first of them opened.
      const who = kind === 'message' ? 0 : 1;
      for (const one of [
        { who, day: 2, n: 1 },
        { who, day: 3, n: 2 },
      ])
        await take(signalsOf(kind, [one]));
      const whole = await known();
      for (const table of ['timeline_entry', 'fact', 'customer_stage', 'customer_summary', tableOf[kind]!])
        expect({ table, rows: apart[table] }).toEqual({ table, rows: whole[table] });
    },
  );
});
