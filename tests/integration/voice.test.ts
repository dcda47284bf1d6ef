import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
const user = (name: string, role: string, department: string | null): Viewer => ({
  kind: 'user',
  id: newId(),
  name,
  role,
  department,
});
const jade = user('Jade', 'marketer', 'marketing');
const root = user('Root', 'admin', null);
const subjects = subjectsOf(modules);
const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const result = await graphql({
    schema,
    source,
    contextValue: makeContext(world.database, viewer),
    variableValues: variables,
  });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}
let events = 0;
const told = (
  kind: string,
  key: string,
  days: number,
  body: unknown,
  more: Partial<Signal> = {},
): Signal => ({
  kind,
  eventId: `e${++events}`,
  subjectKey: key,
  at: ago(days),
  person: { emails: [`p${key.replace(/\D/g, '')}@example.org`], profile: { fullName: 'Ada Byron' } },
  body,
  ...more,
});
const take = (signals: Signal[]) =>
  world.database.transaction(async (tx) => {
    const outcomes = await takeIn(tx, subjects, await ensureSource(tx, 'csv', 'csv'), signals);
    expect(outcomes.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
  });

beforeAll(async () => {
  world = await testWorld();
  schema = openGraph(modules).schema;
  layNeighbours(modules);
  for (const { id, name, role, department } of [jade, root])
    await world.database.query(
      'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
      [id, `${name}@example.org`, name, role, department],
    );
});
afterAll(() => world.close());

describe('what a customer says', () => {
  it('is on their page and their timeline, and the words are not for everybody', async () => {
    await take([
      told('answer', 'answer:1', 3, { instrument: 'nps', channel: 'Email', value: 3, comment: 'Too slow' }),
      told('review', 'review:1', 2, {
        site: 'shop',
        rating: 2,
        productName: 'Vento 300',
        text: 'Weak on carpets',
      }),
      told('referral', 'referral:1', 1, { channel: 'link' }),
    ]);
    const text = `{ customers(first: 5) { edges { node { answers { instrument value comment } reviews { rating text } referrals { channel }
      timeline { edges { node { kind } } } } } } }`;
    const seen = async (viewer: Viewer) => (await ask(viewer, text)).customers.edges[0].node;
    expect(await seen(jade)).toMatchObject({
      answers: [{ instrument: 'NPS', value: 3, comment: 'Too slow' }],
      reviews: [{ rating: 2, text: 'Weak on carpets' }],
      referrals: [{ channel: 'link' }],
    });
    expect((await seen(root)).answers[0].comment).not.toBe('Too slow');
    const kinds = (await seen(jade)).timeline.edges.map(({ node }: { node: { kind: string } }) => node.kind);
    expect(kinds).toEqual(['referral-made', 'review-written', 'answer-given']);
  });

  it('is the same when it is told again, and an older word does not overwrite a newer', async () => {
    const answers = () => world.rows('survey_answer', 'source_key', 'value');
    const before = await answers();
    await take([told('answer', 'answer:1', 9, { instrument: 'nps', value: 9 })]);
    expect(await answers()).toEqual(before);
  });
});

describe('the scores', () => {
  it('are counts below ten answers, provisional below thirty, and know who was only asked', async () => {
    const scores = async () =>
      (
        await ask(
          jade,
          '{ voiceScores { nps { n promoters detractors score lo hi isProvisional } answered { k n } csat { n p } ces { n mean } } }',
        )
      ).voiceScores;
    expect((await scores()).nps).toEqual({
      n: 1,
      promoters: 0,
      detractors: 1,
      score: null,
      lo: null,
      hi: null,
      isProvisional: false,
    });
    await take([
      ...Array.from({ length: 11 }, (_, n) =>
        told('answer', `answer:${10 + n}`, 3, { instrument: 'nps', channel: 'chat', value: n < 8 ? 10 : 5 }),
      ),
      told('answer', 'answer:40', 3, { instrument: 'nps', channel: 'chat', askedAt: ago(3) }),
    ]);
    const then = await scores();
    expect(then.answered).toEqual({ k: 12, n: 13 });
    expect(then.nps).toMatchObject({ n: 12, promoters: 8, detractors: 4, isProvisional: true });
    expect(then.nps.score).toBeCloseTo(100 / 3, 9);
    expect(then.nps.lo).toBeLessThan(then.nps.score);
    expect(then.csat).toEqual({ n: 0, p: null });
    expect(then.ces).toEqual({ n: 0, mean: null });
    const { npsDrivers } = await ask(jade, '{ npsDrivers { n needed drivers { name } } }');
    expect(npsDrivers).toMatchObject({ n: 0, drivers: [] });
  });
});

describe('the vacuum cleaner', () => {
  it('becomes a task for whoever answers for the words before the purchase, once, and not of few cases', async () => {
    const compared = (n: number, product: string, from: number) =>
      Array.from({ length: n }, (_, place) =>
        told('answer', `answer:${from + place}`, 5, {
          instrument: 'expectation',
          productName: product,
          expected: 2,
          perceived: 0,
          cause: place % 11 < 6 ? 'expectation' : 'defect',
        }),
      );
    await take([...compared(22, 'Vento 300', 100), ...compared(11, 'Alba Toaster', 200)]);
    await take(compared(11, 'Vento 300', 150));
    const { expectationTasks, expectationGaps } = await ask(
      jade,
      '{ expectationTasks { id product assigneeName isMine caused { k n lo } } expectationGaps { product fixContent gap { n mean } caused { k n } } }',
    );
    expect(expectationTasks).toEqual([
      expect.objectContaining({
        product: 'Vento 300',
        assigneeName: 'Jade',
        isMine: true,
        caused: expect.objectContaining({ k: 18, n: 33 }),
      }),
    ]);
    expect(
      expectationGaps.map((one: { product: string; fixContent: boolean }) => [one.product, one.fixContent]),
    ).toEqual([
      ['Vento 300', true],
      ['Alba Toaster', false],
    ]);
    const done = await ask(
      jade,
      'mutation ($id: ID!) { completeExpectationTask(id: $id) { __typename ... on ExpectationTask { doneByName } } }',
      { id: expectationTasks[0].id },
    );
    expect(done.completeExpectationTask).toEqual({ __typename: 'ExpectationTask', doneByName: 'Jade' });
    await take(compared(3, 'Vento 300', 180));
    expect((await ask(jade, '{ expectationTasks { id } }')).expectationTasks).toHaveLength(1);
  });

  it('goes to whoever answers for the piece that made the claims, however long others are here', async () => {
    const mara = user('Mara', 'marketer', 'marketing');
    await world.database.query(
      'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
      [mara.id, 'mara@example.org', mara.name, mara.role, mara.department],
    );
    await take([
      {
        kind: 'content',
        eventId: 'page',
        subjectKey: 'page:1',
        at: ago(90),
        body: {
          ownerName: 'Mara',
          product: 'Quieta 7',
          claims: ['Whisper-quiet'],
          translations: [{ language: 'en', title: 'So quiet', body: 'You will not hear it.' }],
          placements: [{ stage: 'research', department: 'marketing' }],
        },
      },
    ]);
    await take(
      Array.from({ length: 33 }, (_, place) =>
        told('answer', `answer:${300 + place}`, 4, {
          instrument: 'expectation',
          productName: 'Quieta 7',
          expected: 2,
          perceived: 0,
          cause: 'expectation',
        }),
      ),
    );
    const { expectationTasks } = await ask(mara, '{ expectationTasks { product assigneeName isMine } }');
    expect(expectationTasks).toContainEqual({ product: 'Quieta 7', assigneeName: 'Mara', isMine: true });
  });
});
