import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { layNeighbours, type Manifest } from '#modules/house';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import {
  type Carried,
  type Carrier,
  carryLetters,
  holdLetter,
  type Letter,
  letterByExternalId,
  lettersBySubject,
  takeBackLetter,
} from './index.ts';

let world: TestWorld;
let ada: TestPerson;
const heard: string[] = [];
const listener: Manifest = {
  name: 'listener',
  letters: {
    subjectType: 'Message',
    moved: async (_, letters) => void heard.push(...letters.map(({ state }) => state)),
  },
};

beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
  layNeighbours([listener]);
});
afterAll(() => world.close());
beforeEach(async () => {
  heard.length = 0;
  await world.database.query('DELETE FROM letter');
});

const start = Date.parse('2026-03-02T09:00:00Z');
const after = (seconds: number) => () => new Date(start + seconds * 1_000);
const hold = (channel = 'email') =>
  world.database.transaction((tx) =>
    holdLetter(
      tx,
      {
        channel,
        purpose: 'reply',
        subjectType: 'Message',
        subjectId: newId(),
        ...ada,
        toAddress: 'ada@example.org',
        toName: 'Ada',
        subject: 'Re: Late',
        body: 'On its way',
        language: 'en',
        threadKey: 'ticket-1',
        answersExternalId: null,
        authorId: null,
        authorName: 'Tom',
      },
      new Date(start),
    ),
  );
const takeBack = (id: string) => world.database.transaction((tx) => takeBackLetter(tx, id));
const stands = async ({ subjectId }: Letter) => (await lettersBySubject(world.database, [subjectId]))[0]!;
function post(answer: (letter: Letter) => Promise<Carried> = async () => ({ outcome: 'sent' })) {
  const got: string[] = [];
  const carrier: Carrier = {
    channel: 'email',
    carry: (letter) => {
      got.push(letter.id);
      return answer(letter);
    },
  };
  return { carrier, got };
}

describe('what we send', () => {
  it('is held for ten seconds, in which nobody gets it', async () => {
    const letter = await hold();
    const { carrier, got } = post();
    expect(await carryLetters(world.database, [carrier], after(9.9))).toBe(0);
    expect((await stands(letter)).state).toBe('held');
    expect(await carryLetters(world.database, [carrier], after(10))).toBe(1);
    expect(got).toEqual([letter.id]);
    expect((await stands(letter)).state).toBe('sent');
    expect(heard).toEqual(['queued', 'sent']);
  });

  it('is never sent when it was taken back, and its words are gone', async () => {
    const letter = await hold();
    expect((await takeBack(letter.id)).ok).toBe(true);
    const { carrier, got } = post();
    await carryLetters(world.database, [carrier], after(60));
    expect(got).toEqual([]);
    expect(await stands(letter)).toMatchObject({ state: 'taken-back', body: '' });
  });

  it('cannot be taken back once somebody carries it', async () => {
    const letter = await hold();
    let refusal: unknown;
    const { carrier } = post(async () => {
      refusal = await takeBack(letter.id);
      return { outcome: 'sent' };
    });
    await carryLetters(world.database, [carrier], after(10));
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'ALREADY_LEFT' } });
  });

  it('waits, released, while its channel has no carrier', async () => {
    const letter = await hold('sms');
    await carryLetters(world.database, [post().carrier], after(10));
    expect((await stands(letter)).state).toBe('queued');
  });

  it('is tried again after trouble, also when a carrier throws', async () => {
    const letter = await hold();
    const { carrier, got } = post(() => Promise.reject(new Error('The line is down.')));
    await carryLetters(world.database, [carrier], after(10));
    expect(await stands(letter)).toMatchObject({
      state: 'queued',
      trouble: 'The line is down.',
      attempts: 1,
    });
    await carryLetters(world.database, [carrier], after(30));
    expect(got).toHaveLength(1);
    await carryLetters(world.database, [post().carrier], after(70));
    expect((await stands(letter)).state).toBe('sent');
  });

  it('comes to one carrier only, however many processes run rounds', async () => {
    for (let n = 0; n < 12; n += 1) await hold();
    const posts = [post(), post(), post()];
    await Promise.all(posts.map(({ carrier }) => carryLetters(world.database, [carrier], after(10))));
    const got = posts.flatMap((one) => one.got);
    expect(got).toHaveLength(12);
    expect(new Set(got).size).toBe(12);
  });

  it('is carried by another process when its carrier died, and what the dead one says later does not count', async () => {
    const letter = await hold();
    let wake = (_: Carried) => {};
    const slow = carryLetters(
      world.database,
      [post(() => new Promise<Carried>((resolve) => (wake = resolve))).carrier],
      after(10),
    );
    await expect.poll(async () => (await stands(letter)).state).toBe('sending');
    await carryLetters(
      world.database,
      [post(async () => ({ outcome: 'sent', externalId: '<2@x>' })).carrier],
      after(400),
    );
    wake({ outcome: 'failed', reason: 'Too late.' });
    await slow;
    expect(await stands(letter)).toMatchObject({ state: 'sent', externalId: '<2@x>', attempts: 2 });
    expect(await letterByExternalId(world.database, ['<1@x>', '<2@x>'])).toMatchObject({ id: letter.id });
  });
});
