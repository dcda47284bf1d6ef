import { randomUUID } from 'node:crypto';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { systemActor } from '../../apps/api/src/modules/access/index.ts';
import { saveHours, savePolicy } from '../../apps/api/src/modules/clocks/index.ts';
import { layNeighbours, type Signal } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { followPolicies, weighReviews } from '../../apps/api/src/modules/reviews/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
const jade: Viewer = { kind: 'user', id: newId(), name: 'Jade', role: 'marketer', department: 'marketing' };
const subjects = subjectsOf(modules);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function ask(source: string, variables: Record<string, unknown> = {}) {
  const contextValue = makeContext(world.database, jade);
  const result = await graphql({ schema, source, contextValue, variableValues: variables });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}

const review = (key: string, days: number, body: object, more: Partial<Signal> = {}): Signal => ({
  kind: 'review',
  eventId: key,
  subjectKey: key,
  at: ago(days),
  body: { site: 'Trustpilot', ...body },
  ...more,
});
const take = (signals: Signal[], key = 'csv') =>
  world.database.transaction(async (tx) =>
    (await takeIn(tx, subjects, await ensureSource(tx, key, 'csv'), signals)).map(({ outcome }) => outcome),
  );
const shown = `id rating authorName isKnown customer { id displayName } mightBe { displayName } answersBy
  case { status reason assigneeName reply replyUrl answeredByName ticketId clockState dueAt warnAt } events { id kind actorName words }`;
const list = async (filter: object = {}) =>
  (
    await ask(`query ($filter: ReviewFilter) { reviews(filter: $filter) { edges { node { ${shown} } } } }`, {
      filter,
    })
  ).reviews.edges
    // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
    .map(({ node }: any) => node);
const move = async (call: string, variables: Record<string, unknown> = {}) => {
  const [name] = call.split('(');
  const text = `mutation { ${call} { __typename ... on ReviewMoved { eventId review { ${shown} } } ... on Refusal { code } } }`;
  return (await ask(text, variables))[name!];
};

beforeAll(async () => {
  world = await testWorld();
  schema = openGraph(modules).schema;
  layNeighbours(modules);
  await world.database.query(
    'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
    [jade.id, 'jade@example.org', jade.name, jade.role, jade.department],
  );
  await world.database.transaction(async (tx) => {
    const hours = await saveHours(tx, systemActor(), null, {
      name: 'Desk',
      timeZone: 'Europe/Rome',
      week: Array(7).fill([0, 1440]),
      holidays: [],
    });
    await savePolicy(tx, systemActor(), null, {
      name: 'Bad reviews',
      about: 'voice',
      place: 1,
      priorities: [],
      channels: [],
      customerTags: [],
      stages: [],
      ratingAtMost: 2,
      firstReplyMinutes: 1_440,
      hoursId: hours.ok ? hours.value.id : null,
    });
  });
});
afterAll(() => world.close());

describe('What people say of us in front of others', () => {
  const ada = { emails: ['ada@example.org'], profile: { fullName: 'Ada Byron' } };

  it('waits for an answer, with the time that is promised by its stars; a replay is no second one', async () => {
    const told = [
      review('r:1', 0.5, { rating: 2, text: 'Weak on carpets', productName: 'Vento 300' }, { person: ada }),
      review('r:2', 3, {
        rating: 10,
        ratingOutOf: 10,
        text: 'Molto bene',
        language: 'it',
        authorName: 'Ada Byron',
      }),
      review('r:3', 200, { rating: 1, text: 'Long ago' }, { person: ada }),
      review('r:4', 5, { rating: 1, text: 'Late', reply: 'Sorry', answeredAt: ago(4) }, { person: ada }),
    ];
    expect(await take(told)).toEqual(['taken', 'taken', 'taken', 'taken']);
    expect(await take(told)).toEqual(['duplicate', 'duplicate', 'duplicate', 'duplicate']);
    const waiting = await list();
    expect(waiting.map(({ rating }: { rating: number }) => rating)).toEqual([2, 5]);
    expect(waiting[0]).toMatchObject({ isKnown: true, case: { status: 'NEW', clockState: 'RUNNING' } });
    expect(Date.parse(waiting[0].case.dueAt) - Date.now()).toBeGreaterThan(11 * 3_600_000);
    expect(waiting[1]).toMatchObject({
      customer: null,
      isKnown: false,
      authorName: 'Ada Byron',
      mightBe: [{ displayName: 'Ada Byron' }],
      case: { clockState: null },
    });
    const [old] = await list({ statuses: ['DISMISSED'] });
    expect(old.case).toMatchObject({ reason: 'TOO_OLD', clockState: null });
    const [answered] = await list({ statuses: ['ANSWERED'] });
    expect(answered.case).toMatchObject({ reply: 'Sorry', answeredByName: null, clockState: 'KEPT' });
  });

  it('is a promise like every clock, on the page of its customer', async () => {
    const { customers } = await ask(
      '{ customers(first: 5) { edges { node { promises(first: 5) { serviceLevel standing channel } } } } }',
    );
    expect(customers.edges[0].node.promises).toContainEqual({
      serviceLevel: 'first-reply',
      standing: 'OPEN',
      channel: 'trustpilot',
    });
  });

  it('is answered with where that can be read, and taking it back leaves it as it was', async () => {
    const [bad] = await list({ ratingAtMost: 2 });
    expect(await move(`answerReview(input: { id: "${bad.id}", words: " " })`)).toMatchObject({
      code: 'BAD_WORDS',
    });
    const wrong = `answerReview(input: { id: "${bad.id}", words: "Hi", url: "javascript:alert(1)" })`;
    expect(await move(wrong)).toMatchObject({ code: 'BAD_LINK' });
    const call = `answerReview(input: { id: "${bad.id}", words: "We will mend it", url: "https://example.org/1" })`;
    const done = await move(call);
    expect(done.review).toMatchObject({
      answersBy: null,
      case: {
        status: 'ANSWERED',
        reply: 'We will mend it',
        replyUrl: 'https://example.org/1',
        clockState: 'KEPT',
      },
    });
    expect(await move(call)).toMatchObject({ code: 'DONE_ALREADY' });
    const entries = () => world.database.query(`SELECT 1 FROM timeline_entry WHERE kind = 'review-answered'`);
    expect(await entries()).toHaveLength(1);
    const back = await move(`takeBackReviewAnswer(id: "${bad.id}", eventId: "${done.eventId}")`);
    expect(back.review.case).toEqual(bad.case);
    expect(await entries()).toHaveLength(0);
  });

  it('can be looked after, wait, and need no answer for a reason', async () => {
    const [one] = await list({ ratingAtMost: 2 });
    await move(`assignReview(id: "${one.id}", userId: "${jade.id}")`);
    await move(`addReviewNote(id: "${one.id}", words: "Third time")`);
    const held = await move(`holdReview(id: "${one.id}", waiting: true)`);
    expect(held.review).toMatchObject({
      case: { status: 'WAITING', assigneeName: 'Jade', clockState: 'PAUSED', dueAt: null },
      events: [{ kind: 'ASSIGNED' }, { kind: 'NOTE', words: 'Third time' }, { kind: 'WAITING' }],
    });
    expect(await move(`holdReview(id: "${one.id}", waiting: true)`)).toMatchObject({ code: 'NOT_POSSIBLE' });
    await move(`holdReview(id: "${one.id}", waiting: false)`);
    const gone = await move(`dismissReview(id: "${one.id}", reason: DUPLICATE)`);
    expect(gone.review.case).toMatchObject({ status: 'DISMISSED', reason: 'DUPLICATE' });
    const again = await move(`reopenReview(id: "${one.id}")`);
    expect(again.review.case).toMatchObject({ status: 'NEW', reason: null });
  });

  it('becomes a ticket that carries its words, once', async () => {
    const [one] = await list({ ratingAtMost: 2 });
    const done = await move(`openTicketOfReview(id: "${one.id}")`);
    expect(done.review.case.ticketId).toBeTruthy();
    const [ticket] = await world.database.query<{ subject: string; description: string; tags: string[] }>(
      'SELECT subject, description, tags FROM ticket',
    );
    expect(ticket).toMatchObject({ subject: '2 of 5: Weak on carpets', tags: ['review'] });
    expect(ticket!.description).toContain('Weak on carpets');
    expect(await move(`openTicketOfReview(id: "${one.id}")`)).toMatchObject({ code: 'DONE_ALREADY' });
  });

  it('is given to whoever wrote it, and that is taken back without a trace', async () => {
    const [nobodys] = await list({ nobodys: true });
    const { customers } = await ask('{ customers(first: 5) { edges { node { id } } } }');
    const adaId = customers.edges[0].node.id;
    expect(await move(`openTicketOfReview(id: "${nobodys.id}")`)).toMatchObject({ code: 'NOT_POSSIBLE' });
    const linked = await move(`linkReview(id: "${nobodys.id}", customerId: "${adaId}")`);
    expect(linked.review).toMatchObject({ customer: { id: adaId }, isKnown: true });
    const parted = await move(`unlinkReview(id: "${nobodys.id}")`);
    expect(parted.review).toMatchObject({ customer: null, isKnown: false, events: [] });

    await take([
      review(
        'x:1',
        1,
        { form: 'mention', site: 'X', text: 'Meh' },
        {
          person: {
            key: 'x:9',
            handles: [{ kind: 'x', value: 'lady9' }],
            profile: { fullName: 'Lady Nine' },
          },
        },
      ),
    ]);
    const [handle] = await list({ forms: ['mention'] });
    expect(handle).toMatchObject({ isKnown: false, customer: { displayName: 'Lady Nine' } });
    const merged = await move(`linkReview(id: "${handle.id}", customerId: "${adaId}")`);
    expect(merged.review).toMatchObject({ customer: { id: adaId }, isKnown: true });
    const undone = await move(`unlinkReview(id: "${handle.id}")`);
    expect(undone.review.customer.displayName).toBe('Lady Nine');
  });
});

describe('What somebody writes down', () => {
  const input = {
    key: randomUUID(),
    form: 'mention',
    site: 'Telephone',
    authorName: 'A neighbour',
    text: 'She says it is loud',
    rating: 4,
    ratingOutOf: 10,
  };
  const write = async (wish: object) =>
    (
      await ask(
        `mutation ($input: HeardReview!) { writeDownReview(input: $input) { __typename ... on Review { id ${shown} } ... on Refusal { code field } } }`,
        { input: wish },
      )
    ).writeDownReview;

  it('is there once, however often it is sent, with its stars', async () => {
    const first = await write(input);
    expect(first).toMatchObject({ rating: 2, authorName: 'A neighbour', case: { status: 'NEW' } });
    expect((await write(input)).id).toBe(first.id);
  });

  it('says what is wrong with it', async () => {
    const wrong = (more: object) => write({ ...input, key: randomUUID(), ...more });
    expect(await wrong({ rating: 11 })).toMatchObject({ code: 'BAD_WORDS', field: 'rating' });
    expect(await wrong({ url: 'javascript:alert(1)' })).toMatchObject({ field: 'url' });
    expect(await wrong({ text: ' ', rating: null })).toMatchObject({ field: 'text' });
    expect(await wrong({ customerId: newId() })).toMatchObject({ code: 'NO_SUCH_PERSON' });
    expect(await wrong({ at: new Date(Date.now() + 86_400_000) })).toMatchObject({ field: 'at' });
  });
});

describe('What low ratings open by themselves', () => {
  it('is a ticket with an owner, once, for what is written since the rule counts', async () => {
    const save = `mutation { saveReviewRule(input: { ratingAtMost: 2, ownerId: "${jade.id}", isActive: true }) { ... on ReviewRule { activeSince } } }`;
    await ask(save);
    await take([
      review(
        'low:1',
        0,
        { rating: 1, text: 'No' },
        { at: new Date().toISOString(), person: { emails: ['b@example.org'] } },
      ),
      review(
        'low:2',
        0,
        { rating: 5, text: 'Yes' },
        { at: new Date().toISOString(), person: { emails: ['b@example.org'] } },
      ),
      review('low:3', 9, { rating: 1, text: 'Before' }, { person: { emails: ['b@example.org'] } }),
    ]);
    await weighReviews(world.database, new Date());
    expect(await weighReviews(world.database, new Date())).toBe(0);
    const opened = await world.database.query(
      'SELECT subject, assignee_name AS name FROM ticket WHERE subject LIKE $1',
      ['1 of 5%'],
    );
    expect(opened).toEqual([{ subject: '1 of 5: No', name: 'Jade' }]);
  });

  it('and clocks follow another promise', async () => {
    await followPolicies(world.database);
    expect(await followPolicies(world.database)).toBe(0);
    await world.database.query('UPDATE sla_policy SET rating_at_most = NULL');
    expect(await followPolicies(world.database)).toBeGreaterThan(2);
    const [good] = await list({ text: 'Molto bene' });
    expect(good.case.clockState).toBe('RUNNING');
  });
});
