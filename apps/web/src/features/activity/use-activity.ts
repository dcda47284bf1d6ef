import type { ApolloCache, Reference } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import type { Viewer } from '#lib/viewer.ts';
import { addNote, addTask, completeTask, editNote, removeNote, restoreNote } from './activity.documents.ts';

type Answer = { __typename: string; code?: string; message?: string } | undefined | null;

/** What the server refused, and by which word. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

// A refusal is an answer, not a fault: it becomes an error here so that every act fails in one way.
function accepted<T extends Answer>(answer: T): Exclude<T, { __typename: 'Refusal' }> & NonNullable<T> {
  if (!answer) throw new Error('No answer');
  if (answer.__typename === 'Refusal') throw new Refused(answer.code ?? '', answer.message ?? '');
  return answer as Exclude<T, { __typename: 'Refusal' }> & NonNullable<T>;
}

/** Puts an object at the head of a customer's list in the cache, or takes it out. */
function changeList(
  cache: ApolloCache,
  customerId: string,
  field: 'notes' | 'tasks',
  object: { __typename: string; id: string },
  put: boolean,
): void {
  const ref = cache.identify(object);
  cache.modify<Record<string, readonly Reference[] | null>>({
    id: cache.identify({ __typename: 'Customer', id: customerId }),
    fields: {
      [field]: (before: readonly Reference[] | null) => {
        const others = (before ?? []).filter(({ __ref }) => __ref !== ref);
        return put && ref ? [{ __ref: ref }, ...others] : others;
      },
    },
  });
}

/** The acts on notes and tasks of one customer: shown at once, taken back when the server refuses, and undoable. */
export function useActivity(customerId: string, me: Viewer | null) {
  const client = useApolloClient();
  const say = useWords();
  const now = () => new Date().toISOString();
  // Without a way to try again, what was typed still stands where it was typed.
  const failed = (error: unknown, again?: () => void) =>
    void sayFailed(
      error instanceof Refused && error.message ? refusalText(error, say) : say('activity.failed'),
      again,
    );

  const forget = async (id: string) => {
    const { data } = await client.mutate({
      mutation: removeNote,
      variables: { id },
      optimisticResponse: { removeNote: { __typename: 'Note', id } },
      update: (cache) => changeList(cache, customerId, 'notes', { __typename: 'Note', id }, false),
    });
    accepted(data?.removeNote);
  };

  return {
    /** Adds a note; answers whether it was kept, so that what was typed is not lost. */
    async note(body: string, forDepartmentOnly: boolean): Promise<boolean> {
      try {
        const { data } = await client.mutate({
          mutation: addNote,
          variables: { input: { customerId, body, forDepartmentOnly } },
          optimisticResponse: {
            addNote: {
              __typename: 'Note',
              id: `new-${Date.now()}`,
              body,
              authorName: me?.name ?? null,
              department: me?.department ?? null,
              forDepartmentOnly,
              at: now(),
              canEdit: false,
            },
          },
          update: (cache, { data: answer }) => {
            if (answer?.addNote.__typename === 'Note')
              changeList(cache, customerId, 'notes', answer.addNote, true);
          },
        });
        const { id } = accepted(data?.addNote);
        offerUndo(say('activity.noted'), () =>
          forget(id).catch((error) => failed(error, () => void forget(id))),
        );
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },

    async edit(note: { id: string; body: string }, body: string): Promise<boolean> {
      const write = async (text: string) => {
        const { data } = await client.mutate({ mutation: editNote, variables: { id: note.id, body: text } });
        accepted(data?.editNote);
      };
      try {
        await write(body);
        offerUndo(say('activity.edited'), () =>
          write(note.body).catch((error) => failed(error, () => void write(note.body))),
        );
        return true;
      } catch (error) {
        failed(error, () => void write(body));
        return false;
      }
    },

    async remove(id: string): Promise<void> {
      const restore = async () => {
        const { data } = await client.mutate({
          mutation: restoreNote,
          variables: { id },
          update: (cache, { data: answer }) => {
            if (answer?.restoreNote.__typename === 'Note')
              changeList(cache, customerId, 'notes', answer.restoreNote, true);
          },
        });
        accepted(data?.restoreNote);
      };
      try {
        await forget(id);
        offerUndo(say('activity.removed'), () =>
          restore().catch((error) => failed(error, () => void restore())),
        );
      } catch (error) {
        failed(error, () => void forget(id));
      }
    },

    async task(title: string, dueOn: string | null): Promise<boolean> {
      try {
        const { data } = await client.mutate({
          mutation: addTask,
          variables: { input: { customerId, title, ...(dueOn && { dueOn }) } },
          update: (cache, { data: answer }) => {
            if (answer?.addTask.__typename === 'Task')
              changeList(cache, customerId, 'tasks', answer.addTask, true);
          },
        });
        accepted(data?.addTask);
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },

    async complete(task: TaskShape, done: boolean): Promise<void> {
      const set = async (to: boolean) => {
        const { data } = await client.mutate({
          mutation: completeTask,
          variables: { id: task.id, done: to },
          optimisticResponse: { completeTask: { ...task, __typename: 'Task', doneAt: to ? now() : null } },
        });
        accepted(data?.completeTask);
      };
      try {
        await set(done);
        offerUndo(say(done ? 'activity.done' : 'activity.undone'), () =>
          set(!done).catch((error) => failed(error, () => void set(!done))),
        );
      } catch (error) {
        failed(error, () => void set(done));
      }
    },
  };
}

interface TaskShape {
  id: string;
  title: string;
  detail: string | null;
  dueOn: string | null;
  doneAt: string | null;
  assigneeName: string | null;
  createdAt: string;
}

/** The acts on the notes and tasks of one customer. */
export type Activity = ReturnType<typeof useActivity>;
