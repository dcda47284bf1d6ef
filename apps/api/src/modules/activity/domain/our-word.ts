import { type SharedField, sharedFields, type Task } from './task.ts';

const asWord = (value: Task[SharedField]): string | null =>
  value instanceof Date ? value.toISOString() : value;
const fromWord = (field: SharedField, word: string | null): Task[SharedField] =>
  field === 'doneAt' && word !== null ? new Date(word) : word;

/** The task as its source tells of it, without our words. */
export function asTheSourceSays(task: Task): Task {
  const said: Record<string, unknown> = { ...task, over: {} };
  for (const field of sharedFields)
    if (field in task.over) said[field] = fromWord(field, task.over[field] ?? null);
  return said as unknown as Task;
}

/**
 * The task after we said something of it. What its source said stays known; saying the same as the source is no word of
 * ours, and of what was written down here nobody else speaks.
 */
export function sayOurselves(task: Task, words: Partial<Pick<Task, SharedField>>): Task {
  const over: Task['over'] = { ...task.over };
  for (const field of sharedFields) {
    if (!task.signalId || !(field in words)) continue;
    const theirs = field in over ? (over[field] ?? null) : asWord(task[field]);
    if (theirs === asWord(words[field] as Task[SharedField])) delete over[field];
    else over[field] = theirs;
  }
  return { ...task, ...words, over };
}

/**
 * The task after its source spoke again: our word stands until the source says something else than it did when we spoke;
 * then the source's newer word counts. What we removed stays removed.
 */
export function letOurWordsStand(before: Task, said: Task): Task {
  const after: Record<string, unknown> = { ...said };
  const over: Task['over'] = {};
  for (const field of sharedFields) {
    const theirs = asWord(said[field]);
    if (!(field in before.over) || before.over[field] !== theirs) continue;
    after[field] = before[field];
    over[field] = theirs;
  }
  // Who of us it is stands with the name.
  const assigneeId = after.assigneeName === before.assigneeName ? before.assigneeId : null;
  return { ...after, over, assigneeId } as unknown as Task;
}
