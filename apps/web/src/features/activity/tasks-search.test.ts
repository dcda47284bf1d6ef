import { describe, expect, it } from 'vitest';
import { readTasksSearch, taskVariables } from './tasks-search.ts';

const sam = '01999999-0000-7000-8000-0000000000aa';

describe('the address of the list of tasks', () => {
  it('says whose they are and whether they are done; what means nothing is left out', () => {
    expect(readTasksSearch({ whose: 'nobody', done: 'yes' })).toEqual({ whose: 'nobody', done: 'yes' });
    expect(readTasksSearch({ whose: sam })).toEqual({ whose: sam });
    expect(readTasksSearch({ whose: 'my boss', colour: 'red' })).toEqual({});
  });

  it.each([
    [{}, { mine: true, isDone: false }],
    [{ whose: 'everybody' }, { isDone: false }],
    [{ whose: 'nobody' }, { unassigned: true, isDone: false }],
    [
      { whose: sam, done: 'yes' as const },
      { assigneeId: sam, isDone: true },
    ],
  ])('%j asks for %j', (search, filter) => {
    expect(taskVariables(search)).toEqual({ filter });
  });
});
