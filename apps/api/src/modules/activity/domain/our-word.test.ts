import { describe, expect, it } from 'vitest';
import { asTheSourceSays, letOurWordsStand, sayOurselves } from './our-word.ts';
import type { TaskBody } from './read-task-signal.ts';
import { mergeTask, type Task, tellTask } from './task.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const say = (before: Task | undefined, n: number, body: TaskBody): Task => {
  const said = mergeTask(before && asTheSourceSays(before), {
    id: 'new',
    sourceId: 's',
    sourceKey: 'activity:1',
    body,
    customerId: 'c',
    sourceRecordId: 'r',
    at: day(n),
    signalId: 'x',
  });
  return before ? letOurWordsStand(before, said) : said;
};
const theirs = { title: 'Call', dueOn: '2026-01-05', assigneeName: 'Inès' };

describe('a task of another system that is changed here', () => {
  it('keeps our words while its source repeats itself, however often and however late', () => {
    const ours = sayOurselves(say(undefined, 1, theirs), { title: 'Call Ada', dueOn: null });
    expect(ours).toMatchObject({
      title: 'Call Ada',
      dueOn: null,
      over: { title: 'Call', dueOn: '2026-01-05' },
    });
    expect(say(say(ours, 1, theirs), 9, theirs)).toMatchObject({
      title: 'Call Ada',
      dueOn: null,
      over: ours.over,
    });
  });

  it('takes a newer word of its source on that matter alone', () => {
    const ours = sayOurselves(say(undefined, 1, theirs), { title: 'Call Ada', dueOn: '2026-01-09' });
    expect(say(ours, 2, { ...theirs, dueOn: '2026-02-01' })).toMatchObject({
      title: 'Call Ada',
      dueOn: '2026-02-01',
      over: { title: 'Call' },
    });
  });

  it('is as its source says again when we say so ourselves', () => {
    const before = say(undefined, 1, theirs);
    const back = sayOurselves(sayOurselves(before, { title: 'Call Ada' }), { title: 'Call' });
    expect(back).toEqual(before);
  });

  it('that we opened again stays open until its source says anew that it is done', () => {
    const done = say(undefined, 3, { ...theirs, doneAt: day(3).toISOString() });
    const open = sayOurselves(done, { doneAt: null });
    expect(say(open, 3, { ...theirs, doneAt: day(3).toISOString() }).doneAt).toBeNull();
    expect(say(open, 5, { ...theirs, doneAt: day(5).toISOString() }).doneAt).toEqual(day(5));
  });

  it('is a colleague’s of ours until its source names somebody else', () => {
    const ours = { ...sayOurselves(say(undefined, 1, theirs), { assigneeName: 'Sam' }), assigneeId: 'sam' };
    expect(say(ours, 2, theirs)).toMatchObject({ assigneeName: 'Sam', assigneeId: 'sam' });
    expect(say(ours, 2, { assigneeName: 'Otto' })).toMatchObject({ assigneeName: 'Otto', assigneeId: null });
  });

  it('stays removed whatever its source says, and nothing is told of it', () => {
    const removed = { ...say(undefined, 1, theirs), removedAt: day(2) };
    const after = say(removed, 4, { ...theirs, doneAt: day(4).toISOString() });
    expect(after).toMatchObject({ removedAt: day(2), doneAt: day(4) });
    expect(tellTask(after).entries).toEqual([]);
  });
});

it('of a task that was written down here nobody else speaks', () => {
  const own = { ...say(undefined, 1, theirs), signalId: null };
  expect(sayOurselves(own, { title: 'Call Ada' })).toMatchObject({ title: 'Call Ada', over: {} });
});
