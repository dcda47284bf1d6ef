import { newId } from '#kernel/id';
import { peopleOf, type Recorded, type Recorder, type SignalKind, tellTo, thingKey } from '#modules/house';
import { takeBack } from '#modules/journey';
import { deleteTasks, lockTasks, putTasks } from './data/tasks.ts';
import { type TaskBody, taskBody } from './domain/read-task-signal.ts';
import { mergeTask, type Task, tellTask } from './domain/task.ts';

const record: Recorder<TaskBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const locked = await lockTasks(
    tx,
    items.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const tasks = new Map<string, Task>(locked.map((task) => [thingKey(task.sourceId, task.sourceKey), task]));
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { body, subjectKey: sourceKey } = item.signal;
    const { sourceId, signalId, at } = item;
    const key = thingKey(sourceId, sourceKey);
    const task = mergeTask(tasks.get(key), {
      id: newId(),
      sourceId,
      sourceKey,
      body,
      ...person,
      at,
      signalId,
    });
    tasks.set(key, task);
    tellTo([person], signalId, tellTask(task), recorded);
  }
  await putTasks(tx, [...tasks.values()]);
  // Whose they were until now are concerned as well: they have one less.
  return { ...recorded, concerned: locked.flatMap(({ customerId }) => customerId ?? []) };
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
