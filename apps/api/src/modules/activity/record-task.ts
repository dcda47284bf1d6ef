import { newId } from '#kernel/id';
import {
  type Moved,
  movedBetween,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { deleteTasks, lockTasks, putTasks } from './data/tasks.ts';
import { asTheSourceSays, letOurWordsStand } from './domain/our-word.ts';
import { type TaskBody, taskBody } from './domain/read-task-signal.ts';
import { mergeTask, type Task, taskEntryKey, tellTask } from './domain/task.ts';

const record: Recorder<TaskBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const locked = await lockTasks(
    tx,
    items.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const tasks = new Map<string, Task>(locked.map((task) => [thingKey(task.sourceId, task.sourceKey), task]));
  const moved: Moved[] = [];
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { body, subjectKey: sourceKey } = item.signal;
    const { sourceId, signalId, at } = item;
    const key = thingKey(sourceId, sourceKey);
    const before = tasks.get(key);
    const said = mergeTask(before && asTheSourceSays(before), {
      id: newId(),
      sourceId,
      sourceKey,
      body,
      ...person,
      at,
      signalId,
    });
    const task = before ? letOurWordsStand(before, said) : said;
    tasks.set(key, task);
    moved.push(...movedBetween(before, task, { keys: [taskEntryKey(sourceKey)], about: null }));
    tellTo([task], signalId, tellTask(task), recorded);
  }
  await putTasks(tx, [...tasks.values()]);
  // An older word that names somebody else still says something of the thing, and so of whose it is.
  return { ...recorded, concerned: [...tasks.values()].map(({ customerId }) => customerId), moved };
};

/** Something one of us is to do for a customer, or did. */
export const taskSignal: SignalKind<TaskBody> = {
  kind: 'task',
  description: 'Something one of us is to do for a customer, and whether it is done.',
  schema: taskBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'task', subjectKeys);
    await deleteTasks(tx, sourceId, subjectKeys);
  },
};
