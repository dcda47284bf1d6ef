import { expect, it } from 'vitest';
import type { TaskBody } from './read-task-signal.ts';
import { mergeTask, type TaskSaid, tellTask } from './task.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const said = (n: number, body: TaskBody): TaskSaid => ({
  id: 'new',
  sourceId: 's',
  sourceKey: 'task:1',
  body,
  customerId: 'c',
  sourceRecordId: 'r',
  at: day(n),
  signalId: 'x',
});

it('a task keeps its words when it is done, and only then is told', () => {
  const task = mergeTask(undefined, said(1, { title: 'Send the sample', dueOn: '2026-01-05' }));
  expect(tellTask(task).entries).toEqual([]);
  const done = mergeTask(task, said(4, { doneAt: day(4).toISOString() }));
  expect(done).toMatchObject({ title: 'Send the sample', dueOn: '2026-01-05', createdAt: day(1) });
  expect(tellTask(done).entries).toMatchObject([
    { kind: 'task-done', at: day(4), title: 'Task done: Send the sample' },
  ]);
});

it('an older word of a task does not undo it', () => {
  const done = mergeTask(undefined, said(4, { title: 'Call', doneAt: day(4).toISOString() }));
  expect(mergeTask(done, said(1, { title: 'Call back' }))).toMatchObject({ title: 'Call', doneAt: day(4) });
});
