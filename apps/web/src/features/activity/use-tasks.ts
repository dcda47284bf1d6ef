import { useApolloClient } from '@apollo/client/react';
import type { ResultOf, VariablesOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo } from '#lib/undo/toasts.ts';
import { accepted, changeList, useFailed } from './acting.ts';
import {
  addTask,
  completeTask,
  editTask,
  removeTask,
  restoreTask,
  type TaskFragment,
} from './activity.documents.ts';

/** A task as lists show it. */
export type TaskShape = ResultOf<typeof TaskFragment>;
/** What is to be different about it. */
export type TaskEdit = VariablesOf<typeof editTask>['input'];

/** What takes an edit back. Whoever a source knows by name only is given back by what the source says. */
const was = ({ title, detail, dueOn, assigneeId, assigneeName }: TaskShape, edit: TaskEdit): TaskEdit => ({
  ...(edit.title === undefined ? {} : { title }),
  ...(edit.detail === undefined ? {} : { detail }),
  ...(edit.dueOn === undefined ? {} : { dueOn }),
  ...(edit.assigneeId === undefined
    ? {}
    : assigneeName && !assigneeId
      ? { assigneeAsTold: true }
      : { assigneeId }),
});

/** The acts on tasks: each can be undone. `listed` puts one into the lists on the screen, or takes it out. */
export function useTasks(listed: (task: { __typename: 'Task'; id: string }, put: boolean) => void) {
  const client = useApolloClient();
  const say = useWords();
  const failed = useFailed();

  /** Carries out an act and offers the way back. */
  const act = async (
    words: string,
    run: () => Promise<void>,
    back: () => Promise<void>,
  ): Promise<boolean> => {
    try {
      await run();
      offerUndo(words, () => back().catch((error) => failed(error, () => void back())));
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  const set = async (task: TaskShape, done: boolean) => {
    const doneAt = done ? new Date().toISOString() : null;
    const { data } = await client.mutate({
      mutation: completeTask,
      variables: { id: task.id, done },
      optimisticResponse: { completeTask: { ...task, __typename: 'Task', doneAt } },
    });
    accepted(data?.completeTask);
  };
  const write = async (id: string, input: TaskEdit) => {
    const { data } = await client.mutate({ mutation: editTask, variables: { id, input } });
    accepted(data?.editTask);
  };
  const remove = async (id: string) => {
    const { data } = await client.mutate({ mutation: removeTask, variables: { id } });
    accepted(data?.removeTask);
    listed({ __typename: 'Task', id }, false);
  };
  const restore = async (id: string) => {
    const { data } = await client.mutate({ mutation: restoreTask, variables: { id } });
    accepted(data?.restoreTask);
    listed({ __typename: 'Task', id }, true);
  };

  return {
    /** Adds a task for somebody; answers whether it was kept, so that what was typed is not lost. */
    add: (customerId: string, title: string, dueOn: string | null): Promise<boolean> => {
      let id = '';
      return act(
        say('activity.taskAdded'),
        async () => {
          const { data } = await client.mutate({
            mutation: addTask,
            variables: { input: { customerId, title, ...(dueOn && { dueOn }) } },
          });
          ({ id } = accepted(data?.addTask));
          listed({ __typename: 'Task', id }, true);
        },
        () => remove(id),
      );
    },
    complete: (task: TaskShape, done: boolean): Promise<boolean> =>
      act(
        say(done ? 'activity.done' : 'activity.undone'),
        () => set(task, done),
        () => set(task, !done),
      ),
    edit: (task: TaskShape, edit: TaskEdit): Promise<boolean> =>
      act(
        say('activity.taskEdited'),
        () => write(task.id, edit),
        () => write(task.id, was(task, edit)),
      ),
    remove: ({ id }: TaskShape): Promise<boolean> =>
      act(
        say('activity.taskRemoved'),
        () => remove(id),
        () => restore(id),
      ),
  };
}

/** The acts on tasks. */
export type TaskActs = ReturnType<typeof useTasks>;

/** Those on the tasks of one customer, whose page lists them. */
export function useTasksOf(customerId: string): TaskActs {
  const { cache } = useApolloClient();
  return useTasks((task, put) => changeList(cache, customerId, 'tasks', task, put));
}
