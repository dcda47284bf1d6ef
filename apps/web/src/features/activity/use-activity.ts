import { useApolloClient } from '@apollo/client/react';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo } from '#lib/undo/toasts.ts';
import type { Viewer } from '#lib/viewer.ts';
import { accepted, changeList, useFailed } from './acting.ts';
import { addNote, editNote, removeNote, restoreNote } from './activity.documents.ts';

/** The acts on notes of one customer: shown at once, taken back when the server refuses, and undoable. */
export function useActivity(customerId: string, me: Viewer | null) {
  const client = useApolloClient();
  const say = useWords();
  const now = () => new Date().toISOString();
  const failed = useFailed();

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
  };
}

/** The acts on the notes of one customer. */
export type Activity = ReturnType<typeof useActivity>;
