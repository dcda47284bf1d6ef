import { twoVoices } from '#modules/house';
import { type SharedField, sharedFields, type Task } from './task.ts';

const voices = twoVoices<Task, SharedField>(sharedFields, ['doneAt']);

/** The task as its source tells of it, without our words. */
export const asTheSourceSays = (task: Task): Task => voices.asTheSourceSays(task);

/**
 * The task after we said something of it. What its source said stays known; saying the same as the source is no word of
 * ours, and of what was written down here nobody else speaks.
 */
export const sayOurselves = (task: Task, words: Partial<Pick<Task, SharedField>>): Task =>
  task.signalId ? voices.sayOurselves(task, words) : { ...task, ...words };

/**
 * The task after its source spoke again: our word stands until the source says something else than it did when we spoke;
 * then the source's newer word counts. What we removed stays removed.
 */
export function letOurWordsStand(before: Task, said: Task): Task {
  const after = voices.letOurWordsStand(before, said);
  // Who of us it is stands with the name.
  return { ...after, assigneeId: after.assigneeName === before.assigneeName ? before.assigneeId : null };
}
