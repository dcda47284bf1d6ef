import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import type { Viewer } from '#platform/graphql';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { armsByItem } from './data/arms.ts';
import { putVariants, variantsByVersion } from './data/content-items.ts';
import { contentLeftOut, contentOffered, type OfferKey } from './data/offered-content.ts';
import type { ContentItem } from './domain/content-item.ts';
import { type Candidate, nextContent, type Situation } from './domain/next-content.ts';
import { approveContent, archiveContent, returnContent, submitContent } from './move-content.ts';
import { noteSharedOpening, readShared } from './open-shared.ts';
import { placeContent, removePlacement } from './place-content.ts';
import { reckonArms } from './reckon-arms.ts';
import { undoContentUse, useContent } from './use-content.ts';
import { createContent, editContent } from './write-content.ts';

let world: TestWorld;
let writer: Viewer;
let lead: Viewer;
const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

beforeAll(async () => {
  world = await testWorld();
  const user = async (name: string, role: string, department: string): Promise<Viewer> => {
    const id = newId();
    await world.database.query(
      `INSERT INTO app_user (id, email, name, role, department, language) VALUES ($1, $2, $3, $4, $5, 'en')`,
      [id, `${role}@example.org`, name, role, department],
    );
    return { kind: 'user', id, name, role, department };
  };
  writer = await user('Mia Writer', 'marketer', 'marketing');
  lead = await user('Lea Lead', 'support-lead', 'support');
});
afterAll(() => world?.close());

const tx = <Value>(work: Parameters<TestWorld['database']['transaction']>[0]) =>
  world.database.transaction(work) as Promise<Value>;
const draft = (more: object = {}) => ({
  kind: 'guide',
  purpose: 'information',
  translations: [
    { language: 'en', title: 'Which floor', body: 'Words' },
    { language: 'it', title: 'Che pavimento', body: 'Parole' },
  ],
  ...more,
});
const accepted = async <Value>(outcome: Promise<{ ok: boolean }>): Promise<Value> => {
  const done = (await outcome) as { ok: boolean; value?: Value; refusal?: object };
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value!;
};
const refusal = async (outcome: Promise<unknown>) =>
  ((await outcome) as { refusal?: { code: string } }).refusal?.code;

async function published(
  more: object = {},
  stage = 'research',
  department = 'support',
): Promise<ContentItem> {
  const item = await accepted<ContentItem>(tx((t) => createContent(t, writer, draft(more), now)));
  await accepted(tx((t) => submitContent(t, writer, item.id, now)));
  await accepted(tx((t) => approveContent(t, lead, item.id, null, now)));
  await accepted(tx((t) => placeContent(t, lead, { contentId: item.id, stage, department }, now)));
  return item;
}

async function standing(
  name: string,
  stage: string,
  more: Record<string, unknown> = {},
): Promise<TestPerson> {
  const person = await world.person(name);
  const set = Object.entries({ stage, ...more });
  await world.database.query(
    `UPDATE customer_summary SET ${set.map(([column], nth) => `${column} = $${nth + 2}`).join(', ')} WHERE customer_id = $1`,
    [person.customerId, ...set.map(([, value]) => value)],
  );
  return person;
}
const keyOf = (person: TestPerson, more: Partial<OfferKey> = {}): OfferKey => ({
  customerId: person.customerId,
  department: 'support',
  channel: null,
  language: null,
  first: 100,
  ...more,
});
const offeredTo = async (person: TestPerson, more: Partial<OfferKey> = {}) =>
  (await contentOffered(world.database, [keyOf(person, more)]))[0]!;
const leftOutOf = async (person: TestPerson, more: Partial<OfferKey> = {}) =>
  (await contentLeftOut(world.database, [keyOf(person, more)]))[0]!;

describe('a piece of content', () => {
  it('is written, handed in, sent back, and approved by somebody else; then it never changes', async () => {
    const item = await accepted<ContentItem>(tx((t) => createContent(t, writer, draft(), now)));
    expect(item).toMatchObject({
      status: 'draft',
      version: 1,
      publishedVersion: null,
      ownerName: 'Mia Writer',
    });
    expect(await refusal(tx((t) => approveContent(t, lead, item.id, null, now)))).toBe('WRONG_STATUS');
    await accepted(tx((t) => submitContent(t, writer, item.id, now)));
    expect(await refusal(tx((t) => approveContent(t, writer, item.id, null, now)))).toBe('OWN_WORK');
    await accepted(tx((t) => returnContent(t, lead, item.id, 'Say which floors', now)));
    await accepted(tx((t) => submitContent(t, writer, item.id, now)));
    await accepted(tx((t) => approveContent(t, lead, item.id, null, now)));

    const edited = await accepted<ContentItem>(
      tx((t) =>
        editContent(
          t,
          writer,
          item.id,
          draft({ translations: [{ language: 'en', title: 'Second', body: 'New' }] }),
          now,
        ),
      ),
    );
    expect(edited).toMatchObject({ status: 'draft', version: 2, publishedVersion: 1 });
    const [first, second] = await variantsByVersion(world.database, [
      { itemId: item.id, version: 1 },
      { itemId: item.id, version: 2 },
    ]);
    expect(first!.map(({ title }) => title)).toEqual(['Which floor', 'Che pavimento']);
    expect(second!.map(({ title }) => title)).toEqual(['Second']);
    // Not even a verb that forgets to ask could change what is published.
    const published = { itemId: item.id, version: 1 };
    await tx((t) => putVariants(t, [published], [{ ...first![0]!, title: 'Changed' }]));
    expect(await variantsByVersion(world.database, [published])).toEqual([first]);
  });

  it.each([
    ['javascript:alert(1)', 'link'],
    ['https://user:pass@example.org', 'link'],
    ['ftp://example.org', 'link'],
  ])('links to web addresses only: %s', async (link, field) => {
    const outcome = (await tx((t) =>
      createContent(t, writer, draft({ translations: [{ language: 'en', title: 'T', link }] }), now),
    )) as { refusal?: { code: string; field: string } };
    expect(outcome.refusal).toMatchObject({ code: 'BAD_CONTENT', field });
  });

  it('says what is wrong: nothing to show, a day before the other, a language twice', async () => {
    const code = (more: object) => refusal(tx((t) => createContent(t, writer, draft(more), now)));
    expect(await code({ translations: [{ language: 'en', title: 'T' }] })).toBe('NOTHING_TO_SHOW');
    expect(await code({ validFrom: '2027-02-01', validUntil: '2027-01-01' })).toBe('BAD_CONTENT');
    const en = { language: 'en', title: 'T', body: 'x' };
    expect(await code({ translations: [en, en] })).toBe('BAD_CONTENT');
  });

  it('is placed once in a cell, not in a stage that does not exist, and leaves with its placement', async () => {
    const item = await published({}, 'need');
    const again = { contentId: item.id, stage: 'need', department: 'support' };
    expect(await refusal(tx((t) => placeContent(t, lead, again, now)))).toBe('PLACED_ALREADY');
    expect(await refusal(tx((t) => placeContent(t, lead, { ...again, stage: 'heaven' }, now)))).toBe(
      'BAD_PLACEMENT',
    );
    const person = await standing('Nell Need', 'need');
    const [offer] = await offeredTo(person);
    expect(offer).toMatchObject({ itemId: item.id, place: 1, share: 1 });
    const [placement] = await world.database.query<{ id: string }>(
      'SELECT id FROM content_placement WHERE item_id = $1',
      [item.id],
    );
    await accepted(tx((t) => removePlacement(t, lead, placement!.id, now)));
    expect(await offeredTo(person)).toEqual([]);
  });
});

describe('what fits a customer', () => {
  it('is decided in SQL as `nextContent` decides, whatever stands for or against it', async () => {
    const items: { id: string; candidate: Candidate }[] = [];
    const tally = { successes: 0, failures: 0 };
    for (const purpose of ['service', 'information', 'offer'] as const)
      for (const validUntil of [null, daysAgo(2), daysAgo(-2)]) {
        const { id } = await published(
          { purpose, ...(validUntil ? { validUntil: validUntil.toISOString().slice(0, 10) } : {}) },
          'choice',
        );
        items.push({
          id,
          candidate: {
            id,
            stages: ['choice'],
            languages: [],
            channel: 'email',
            purpose,
            validUntil: validUntil?.getTime() ?? null,
            ...tally,
          },
        });
      }
    const cases = [0, 1].flatMap((openTickets) =>
      [false, true].flatMap((isGranted) => [0, 3].map((recent) => ({ openTickets, isGranted, recent }))),
    );
    for (const { openTickets, isGranted, recent } of cases) {
      const person = await standing(`Case ${openTickets} ${isGranted} ${recent}`, 'choice', {
        open_tickets: openTickets,
      });
      if (isGranted)
        await world.database.query(
          `INSERT INTO consent_entry (id, customer_id, source_record_id, source_id, entry_key, purpose, channel, state, at, wording, evidence)
           VALUES ($1, $2, $3, $4, 'k', 'marketing', 'email', 'granted', now(), 'Yes, write to me', '{}')`,
          [newId(), person.customerId, person.sourceRecordId, world.sourceId],
        );
      const other = items.find(({ candidate }) => candidate.purpose === 'information')!;
      for (let nth = 0; nth < recent; nth++)
        await world.database.query(
          `INSERT INTO content_use (id, source_id, source_key, customer_id, source_record_id, item_id, version, language, act, channel, at)
           VALUES ($1::uuid, $2, $1::text, $3, $4, $5, 1, 'en', 'sent', 'email', now() - interval '1 hour')`,
          [newId(), world.sourceId, person.customerId, person.sourceRecordId, other.id],
        );
      const situation: Situation = {
        asOf: now.getTime(),
        stage: 'choice',
        language: null,
        consented: isGranted ? ['email'] : [],
        openComplaint: openTickets > 0,
        recentUses: recent,
        stageTally: tally,
      };
      const decided = nextContent(
        items.map(({ candidate }) => candidate),
        situation,
        0.5,
      );
      const offered = await offeredTo(person, { channel: 'email' });
      expect(offered.map(({ itemId }) => itemId).sort()).toEqual(decided.eligible.map(({ id }) => id).sort());
      const left = await leftOutOf(person, { channel: 'email' });
      expect(Object.fromEntries(left.map(({ itemId, why }) => [itemId, why]))).toEqual(
        Object.fromEntries(decided.leftOut.map(({ id, why }) => [id, why])),
      );
    }
  });

  it('comes in their language, else in another that is named as such', async () => {
    const both = await published({}, 'share');
    const [italian, french] = [
      await standing('Ida', 'share', { language: 'it-IT' }),
      await standing('Fleur', 'share', { language: 'fr' }),
    ];
    expect(await offeredTo(italian)).toMatchObject([
      { itemId: both.id, title: 'Che pavimento', isFallback: false },
    ]);
    const [offer] = await offeredTo(french);
    expect(offer).toMatchObject({ title: 'Which floor', isFallback: true });
    expect(offer!.reasons).toEqual(['stage:share', 'other-language:en']);
  });

  it('puts others’ words first where people look around, and what they were given last', async () => {
    const guide = await published({}, 'research', 'sales');
    const review = await published({ kind: 'review' }, 'research', 'sales');
    const person = await standing('Rita Research', 'research');
    const ids = async () => (await offeredTo(person, { department: 'sales' })).map(({ itemId }) => itemId);
    expect(await ids()).toEqual([review.id, guide.id]);
    await accepted(
      tx((t) =>
        useContent(
          t,
          { ...lead, department: 'sales' },
          { customerId: person.customerId, contentId: review.id, act: 'shown', channel: 'phone' },
          now,
        ),
      ),
    );
    expect(await ids()).toEqual([guide.id, review.id]);
  });

  it('stands first as often as it is to be served, the same all day for one customer', async () => {
    const arms = [
      await published({}, 'repeat'),
      await published({}, 'repeat'),
      await published({}, 'repeat'),
    ];
    const wanted = [0.7, 0.2, 0.1];
    for (const [nth, { id }] of arms.entries())
      await world.database.query(`UPDATE content_arm SET serve = $2 WHERE item_id = $1`, [id, wanted[nth]]);
    const firsts = new Map<string, number>();
    const people = 2_000;
    await world.database.query(
      `WITH who AS (INSERT INTO customer (id, display_name, created_at) SELECT gen_random_uuid(), 'Crowd', now() FROM generate_series(1, $1) RETURNING id)
       INSERT INTO customer_summary (customer_id, display_name, sort_name, created_at, stage) SELECT id, 'Crowd', 'Crowd', now(), 'repeat' FROM who`,
      [people],
    );
    const crowd = await world.database.query<{ id: string }>(
      `SELECT customer_id AS id FROM customer_summary WHERE stage = 'repeat'`,
    );
    const keys = crowd.map(({ id }) => keyOf({ customerId: id, sourceRecordId: id }));
    const offers: Awaited<ReturnType<typeof contentOffered>> = [];
    for (let at = 0; at < keys.length; at += 500)
      offers.push(...(await contentOffered(world.database, keys.slice(at, at + 500))));
    for (const [first] of offers) {
      const nth = arms.findIndex(({ id }) => id === first!.itemId);
      expect(first!.share).toBeCloseTo(wanted[nth]!, 5);
      firsts.set(first!.itemId, (firsts.get(first!.itemId) ?? 0) + 1);
    }
    for (const [nth, { id }] of arms.entries()) {
      const p = wanted[nth]!;
      // Eight standard errors, of so many that these are little: chance alone does not stray further in a lifetime of runs.
      expect(Math.abs((firsts.get(id) ?? 0) / offers.length - p)).toBeLessThan(
        8 * Math.sqrt((p * (1 - p)) / offers.length),
      );
    }
    expect(await contentOffered(world.database, keys.slice(0, 500))).toEqual(offers.slice(0, 500));
  });
});

describe('a use of content', () => {
  it('is logged with its propensity, told on the timeline, opened at the customer’s own address, and taken back', async () => {
    const item = await published({ purpose: 'service' }, 'assistance');
    const person = await standing('Ugo Use', 'assistance', { open_tickets: 1 });
    const wish = {
      customerId: person.customerId,
      contentId: item.id,
      act: 'inserted' as const,
      channel: 'email',
    };
    const use = await accepted<{ id: string; token: string; propensity: number; stage: string }>(
      tx((t) => useContent(t, lead, wish, now)),
    );
    expect(use).toMatchObject({ propensity: 1, place: 1, stage: 'assistance', language: 'en', version: 1 });
    expect(await readShared(world.database, use.token)).toMatchObject({ title: 'Which floor' });
    await tx((t) => noteSharedOpening(t, use.token, now));
    await tx((t) => noteSharedOpening(t, use.token, now));
    const told = () =>
      world.database.query(`SELECT kind FROM timeline_entry WHERE customer_id = $1 ORDER BY kind`, [
        person.customerId,
      ]);
    expect(await told()).toEqual([{ kind: 'content-given' }, { kind: 'content-opened' }]);
    expect(await world.database.query('SELECT opens FROM content_use WHERE id = $1', [use.id])).toEqual([
      { opens: 2 },
    ]);
    await accepted(tx((t) => undoContentUse(t, lead, use.id, now)));
    expect(await told()).toEqual([]);
    expect(await readShared(world.database, use.token)).toBeNull();
    expect(await refusal(tx((t) => undoContentUse(t, lead, use.id, now)))).toBe('TOO_LATE');
  });

  it('is refused without consent, during an open case, and of what is not published', async () => {
    const offer = await published({ purpose: 'offer' }, 'use');
    const person = await standing('Nora No', 'use');
    const give = (contentId: string, act: 'sent' | 'shown', channel: string) =>
      refusal(
        tx((t) => useContent(t, lead, { customerId: person.customerId, contentId, act, channel }, now)),
      );
    expect(await give(offer.id, 'sent', 'email')).toBe('NO_CONSENT');
    await world.database.query('UPDATE customer_summary SET open_tickets = 1 WHERE customer_id = $1', [
      person.customerId,
    ]);
    expect(await give(offer.id, 'sent', 'web')).toBe('OPEN_CASE');
    expect(await give(newId(), 'shown', 'phone')).toBe('NOT_FOUND');
    await accepted(tx((t) => archiveContent(t, lead, offer.id, now)));
    expect(await give(offer.id, 'shown', 'phone')).toBe('NOT_PUBLISHED');
  });

  it('counts as a failure only when its window is over, and as a success when they moved on within it', async () => {
    const item = await published({ kind: 'answer', purpose: 'service' }, 'assistance');
    const given = async (name: string, at: Date, history: object[]) => {
      const person = await standing(name, 'assistance');
      await world.database.query(
        `INSERT INTO customer_stage (customer_id, stage, since, because, because_at, history, last_fact_at, dormant_from) VALUES ($1, 'use', now(), 'ticket-solved', now(), $2, now(), 'infinity')`,
        [person.customerId, JSON.stringify(history)],
      );
      await world.database.query(
        `INSERT INTO content_use (id, source_id, source_key, customer_id, source_record_id, item_id, version, language, act, channel, department, at)
         VALUES ($1::uuid, $2, $1::text, $3, $4, $5, 1, 'en', 'sent', 'email', 'support', $6)`,
        [newId(), world.sourceId, person.customerId, person.sourceRecordId, item.id, at],
      );
    };
    const period = (stage: string, days: number) => ({
      stage,
      from: daysAgo(days).toISOString(),
      to: null,
      because: 'x',
    });
    await given('Solved soon', daysAgo(20), [period('assistance', 21), period('use', 19)]);
    await given('Solved late', daysAgo(20), [period('assistance', 21), period('use', 5)]);
    await given('Not yet', daysAgo(1), [period('assistance', 2)]);
    await tx((t) => reckonArms(t, now));
    const [arms] = await armsByItem(world.database, [item.id]);
    expect(arms).toMatchObject([
      { stage: 'assistance', department: 'support', uses: 3, successes: 1, failures: 1 },
    ]);
  });
});
