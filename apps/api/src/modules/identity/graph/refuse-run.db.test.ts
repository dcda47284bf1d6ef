import 'reflect-metadata';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type Database, openDatabase } from '#platform/database';
import { makeContext, type Viewer } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../../tests/support/people-world.ts';
import { modules, openGraph } from '../../../app/index.ts';
import { keepWhoseRecordsAre, lockAnswersToRuns } from '../data/locks.ts';
import { lastRuns, newsSinceRun } from '../data/runs.ts';
import { identifyEverybody, publishRun } from '../identify-everybody.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
let schema: GraphQLSchema;
const ana: Viewer = { kind: 'user', id: newId(), name: 'Ana', role: 'sales-lead', department: 'sales' };
const rep: Viewer = { ...ana, id: newId(), name: 'Radu', role: 'sales-rep' };
const given = ['Ada', 'Ion', 'Maria', 'Zoe', 'Radu', 'Ana', 'Dan'];
const family = ['Byron', 'Pop', 'Rus', 'Baciu', 'Stan', 'Enache', 'Ilie', 'Dobre', 'Luca'];
const rules = { follows: [] };

beforeAll(async () => {
  fresh = await freshDatabase();
  schema = openGraph(modules).schema;
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  people = await peopleWorld(db);
  for (let n = 0; n < 40; n += 1)
    await people.tellOne('hubspot', {
      key: `c${n}`,
      emails: [`person${n}@mail${n}.ro`],
      phones: [`+40721${String(n * 7919).padStart(6, '0')}`],
      profile: { fullName: `${given[n % given.length]} ${family[n % family.length]}`, city: 'Iași' },
    });
  await identifyEverybody(db, rules);
  // As if a wrong file had been read: many stand with strangers, and a run would move them all.
  for (let n = 0; n < 30; n += 1)
    await db.query(
      `UPDATE source_record SET customer_id = (SELECT customer_id FROM source_record WHERE source_key = $1) WHERE source_key = $2`,
      [`c${n - (n % 2)}`, `c${n + 4}`],
    );
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

interface Shown {
  id: string;
  heldBecause: string | null;
  refused: { by: string; at: string } | null;
  refusedBefore: { by: string } | null;
}
const run = 'id heldBecause refused { by at } refusedBefore { by }';
const ask = (viewer: Viewer, source: string, variableValues = {}) =>
  graphql({ schema, source, contextValue: makeContext(db, viewer), variableValues });
const lastRun = async (): Promise<Shown> =>
  (await ask(ana, `{ lastIdentityRun { ${run} } }`)).data!.lastIdentityRun as Shown;
const say = async (viewer: Viewer, verb: 'refuseRun' | 'holdRunAgain', id: string) => {
  const { data, errors } = await ask(
    viewer,
    `mutation($id: ID!) { ${verb}(id: $id) { __typename ... on IdentityRun { ${run} } ... on Refusal { code } } }`,
    { id },
  );
  return { answer: data?.[verb], errors };
};
const owners = () => db.query('SELECT source_key, customer_id FROM source_record ORDER BY source_key');
const acts = async (id: string) =>
  (
    await db.query<{ said: string }>(
      `SELECT action || ' by ' || actor_name AS said FROM audit_entry WHERE subject_id = $1 ORDER BY at, id`,
      [id],
    )
  ).map(({ said }) => said);

describe('A held run over everybody', () => {
  it('is refused by who may: no customer changes, it is told and audited, and can be taken back', async () => {
    await identifyEverybody(db, rules);
    const { id, heldBecause, refused } = await lastRun();
    expect(heldBecause).toMatch(/would go to other customers/);
    expect(refused).toBeNull();
    const before = await owners();

    const without = await say(rep, 'refuseRun', id);
    expect(without.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await lastRun()).refused).toBeNull();

    const { answer } = await say(ana, 'refuseRun', id);
    expect(answer).toMatchObject({ __typename: 'IdentityRun', id, heldBecause, refused: { by: 'Ana' } });
    expect((await lastRun()).refused).toEqual({ by: 'Ana', at: expect.anything() });
    expect(await owners()).toEqual(before);
    expect((await say(ana, 'refuseRun', id)).answer).toMatchObject({ code: 'RUN_SETTLED' });

    expect((await say(ana, 'holdRunAgain', id)).answer).toMatchObject({ id, heldBecause, refused: null });
    expect((await say(ana, 'holdRunAgain', id)).answer).toMatchObject({ code: 'RUN_SETTLED' });
    expect(await acts(id)).toEqual(['refuse-run by Ana', 'hold-run-again by Ana']);
  });

  it('once refused is not joined unseen by the next, which starts afresh, is held for the same, and says who refused before', async () => {
    const { id } = await lastRun();
    await say(ana, 'refuseRun', id);
    const before = await owners();
    await identifyEverybody(db, rules);
    expect(await lastRun()).toMatchObject({
      heldBecause: expect.any(String),
      refused: null,
      refusedBefore: { by: 'Ana' },
    });
    expect(await owners()).toEqual(before);
    expect((await lastRuns(db, 2))[1]).toMatchObject({ id, refusedBy: 'Ana' });
    expect((await say(ana, 'holdRunAgain', id)).answer).toMatchObject({ code: 'RUN_SETTLED' });
  });

  const publish = async (viewer = ana) =>
    (await ask(viewer, 'mutation { lookAtEverybody(publish: true) }')).data?.lookAtEverybody;
  const waiting = async (): Promise<{ publish?: boolean; run?: string }[]> =>
    (
      await db.query<{ payload: { publish?: boolean; run?: string } }>(
        `SELECT payload FROM graphile_worker._private_jobs WHERE key = 'identity.look-at-everybody:publish'`,
      )
    ).map(({ payload }) => payload);
  const publishing = async () =>
    (await ask(ana, '{ lastIdentityRun { id publishing { by at } refused { by } } }')).data!.lastIdentityRun;

  it('that was asked to be published says by whom, and whoever refuses it before that begins calls it off', async () => {
    const { id } = await lastRun();
    const before = await owners();
    expect(await publish()).toBe(true);
    expect(await publishing()).toMatchObject({ id, publishing: { by: 'Ana', at: expect.anything() } });
    expect(await waiting()).toEqual([{ publish: true, run: id }]);

    expect((await say(ana, 'refuseRun', id)).answer).toMatchObject({ id, refused: { by: 'Ana' } });
    expect(await publishing()).toMatchObject({ publishing: null, refused: { by: 'Ana' } });
    expect(await waiting()).toEqual([]);
    // Also where the worker had taken the job already: what was refused is not published.
    expect(await publishRun(db, rules, id)).toBeNull();
    expect(await owners()).toEqual(before);
    // Whoever wants it all the same says first that it is held again.
    expect(await publish()).toBe(false);
    expect(await waiting()).toEqual([]);
  });

  it('can be refused while an import writes what follows from its rows', async () => {
    const { id } = await lastRun();
    expect((await say(ana, 'holdRunAgain', id)).answer).toMatchObject({ id, refused: null });
    await db.transaction(async (tx) => {
      keepWhoseRecordsAre(tx);
      await tx.query('SELECT 1');
      expect((await say(ana, 'refuseRun', id)).answer).toMatchObject({ id, refused: { by: 'Ana' } });
    });
  });

  it('is never refused and asked to be published at once: the database lets no run be both', async () => {
    const { id } = await lastRun();
    await expect(
      db.query(`UPDATE match_model SET publish_asked_at = now(), publish_asked_by = 'Ana' WHERE id = $1`, [
        id,
      ]),
    ).rejects.toThrow(/match_model_one_answer/);
  });

  it('is not refused any more once its publishing has begun, and is published', async () => {
    const { id } = await lastRun();
    await say(ana, 'holdRunAgain', id);
    expect(await publish()).toBe(true);
    await db.transaction(async (tx) => {
      await lockAnswersToRuns(tx);
      expect((await say(ana, 'refuseRun', id)).answer).toMatchObject({ code: 'RUN_BEING_PUBLISHED' });
    });
    const before = await owners();
    expect(await publishRun(db, rules, id)).toMatchObject({ heldBecause: null });
    expect(await lastRun()).toMatchObject({ heldBecause: null, refused: null, refusedBefore: null });
    expect(await owners()).not.toEqual(before);
    expect((await say(ana, 'refuseRun', id)).answer).toMatchObject({ code: 'RUN_SETTLED' });
  });

  it('does not bring itself back within minutes: what it has seen waits for a person or the night', async () => {
    // As if a wrong file had come again.
    for (let n = 0; n < 30; n += 1)
      await db.query(
        `UPDATE source_record SET customer_id = (SELECT customer_id FROM source_record WHERE source_key = $1) WHERE source_key = $2`,
        [`c${n - (n % 2)}`, `c${n + 4}`],
      );
    expect(await identifyEverybody(db, rules)).toMatchObject({ heldBecause: expect.any(String) });
    await people.tellOne('hubspot', {
      key: 'later',
      emails: ['later@mail.ro'],
      profile: { fullName: 'Later Luca' },
    });
    const { fresh: unsettled, unseen } = await newsSinceRun(db);
    expect(unseen).toBe(1);
    expect(unsettled).toBeGreaterThanOrEqual(1);
  });
});
