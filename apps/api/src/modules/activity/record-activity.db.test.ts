import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestWorld, testWorld } from '../../../../../tests/support/people.ts';
import { interactionsByCustomer } from './data/interactions.ts';
import { notesByCustomer } from './data/notes.ts';
import { tasksByCustomer } from './data/tasks.ts';
import { interactionSignal } from './record-interaction.ts';
import { noteSignal } from './record-note.ts';
import { taskSignal } from './record-task.ts';

let world: TestWorld;
let ada: TestPerson;
beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
});
afterAll(() => world.close());

const at = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

describe('notes', () => {
  const note = (key: string, n: number, body: object) =>
    world.located(noteSignal, { subjectKey: key, at: at(n), body }, { person: ada });

  it('an older version overwrites nothing and tells nothing; the same twice is the same', async () => {
    const now = await note('n:1', 5, { text: 'Prefers mail', authorName: 'Inès' });
    await world.record(noteSignal, [now]);
    expect(await world.record(noteSignal, [await note('n:1', 1, { text: 'Prefers phone' })])).toEqual({
      entries: [],
      facts: [],
      moved: [],
    });
    const before = await world.rows('note');
    await world.record(noteSignal, [now]);
    expect(await world.rows('note')).toEqual(before);
    expect(before).toMatchObject([{ body: 'Prefers mail', author_name: 'Inès' }]);
  });

  it('for a department only are read by that department, in SQL', async () => {
    await world.record(noteSignal, [
      await note('n:2', 6, { text: 'Discount possible', department: 'sales', forDepartmentOnly: true }),
      await note('n:3', 7, { text: 'Removed soon' }),
    ]);
    const key = { customerId: ada.customerId, first: 10, readerId: null };
    const [sales, support, nobody] = await notesByCustomer(world.database, [
      { ...key, readerDepartment: 'sales' },
      { ...key, readerDepartment: 'support' },
      { ...key, readerDepartment: null },
    ]);
    expect(sales?.map(({ body }) => body)).toContain('Discount possible');
    expect(support?.map(({ body }) => body)).toEqual(['Removed soon', 'Prefers mail']);
    expect(nobody).toEqual(support);
    await world.database.transaction((tx) => noteSignal.forget!(tx, world.sourceId, ['n:3']));
    expect((await notesByCustomer(world.database, [{ ...key, readerDepartment: null }]))[0]).toHaveLength(1);
  });
});

describe('tasks and interactions', () => {
  it('a task keeps its words when it is done, and open ones come first by their day', async () => {
    const task = (key: string, n: number, body: object) =>
      world.located(taskSignal, { subjectKey: key, at: at(n), body }, { person: ada });
    const recorded = await world.record(taskSignal, [
      await task('t:1', 1, { title: 'Send sample' }),
      await task('t:2', 1, { title: 'Call', dueOn: '2026-02-01' }),
      await task('t:1', 2, { doneAt: at(2) }),
      await task('t:3', 1, { title: 'Soon', dueOn: '2026-01-09' }),
    ]);
    expect(recorded.entries.map(({ title }) => title)).toEqual(['Task done: Send sample']);
    const [all, open] = await tasksByCustomer(world.database, [
      { customerId: ada.customerId, includeDone: true },
      { customerId: ada.customerId, includeDone: false },
    ]);
    expect(all?.map(({ title }) => title)).toEqual(['Soon', 'Call', 'Send sample']);
    expect(open?.map(({ dueOn }) => dueOn)).toEqual(['2026-01-09', '2026-02-01']);
  });

  it('a task that we changed and removed stays so while its file is imported again, and takes what its source says anew', async () => {
    const said = (n: number, body: object) =>
      world.located(taskSignal, { subjectKey: 't:ours', at: at(n), body }, { person: ada });
    await world.record(taskSignal, [await said(1, { title: 'Call', dueOn: '2026-01-09' })]);
    await world.database.query(
      `UPDATE task SET title = 'Call Ada', over = '{"title": "Call"}', removed_at = now() WHERE source_key = 't:ours'`,
    );
    const ours = async () =>
      (await world.rows('task', 'id', 'source_key', 'title', 'over', 'removed_at')).find(
        ({ source_key }) => source_key === 't:ours',
      );
    await world.record(taskSignal, [await said(1, { title: 'Call', dueOn: '2026-01-09' })]);
    expect(await ours()).toMatchObject({
      title: 'Call Ada',
      over: { title: 'Call' },
      removed_at: expect.any(Date),
    });
    await world.record(taskSignal, [await said(2, { title: 'Call again', doneAt: at(2) })]);
    expect(await ours()).toMatchObject({ title: 'Call again', over: {}, removed_at: expect.any(Date) });
    expect(
      await tasksByCustomer(world.database, [{ customerId: ada.customerId, includeDone: true }]),
    ).not.toContainEqual(expect.objectContaining({ title: 'Call again' }));
  });

  it('a call keeps what a later blank leaves out, and 300 cost as many statements as one', async () => {
    const call = (key: string, n: number, body: object) =>
      world.located(
        interactionSignal,
        { subjectKey: key, at: at(n), body: { channel: 'phone', ...body } },
        { person: ada },
      );
    await world.record(interactionSignal, [
      await call('i:1', 1, { subject: 'Delivery', durationSeconds: 240 }),
    ]);
    const recorded = await world.record(interactionSignal, [await call('i:1', 1, { outcome: 'reached' })]);
    expect(recorded.entries).toMatchObject([{ kind: 'interaction-phone', department: 'sales' }]);
    const [calls] = await interactionsByCustomer(world.database, [{ customerId: ada.customerId, first: 5 }]);
    expect(calls).toMatchObject([{ subject: 'Delivery', durationSeconds: 240, outcome: 'reached' }]);
    const many = await Promise.all(Array.from({ length: 300 }, (_, n) => call(`many:${n}`, 2, {})));
    const one = await world.statements((tx) => interactionSignal.record(tx, many.slice(0, 1)));
    expect(await world.statements((tx) => interactionSignal.record(tx, many))).toBe(one);
  });
});
