import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { announce } from '#lib/announce.ts';
import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import {
  addTicketNote,
  changeTickets,
  deskQuery,
  followTicket,
  inboxQuery,
  linkTickets,
  mergeTickets,
  replyToTicket,
  sendAgain,
  splitTicket,
  takeBackMessage,
  ticketQuery,
  unmergeTicket,
  type WorkTicket,
} from './desk.documents.ts';
import { changeOf, type Draft, emptyDraft, keepDraft, type Mode } from './drafts.ts';
import { putFilesBack, takeFiles } from './files.ts';

/** What can be changed of a ticket. */
export type Change = VariablesOf<typeof changeTickets>['change'];

/** What became of words that were to be sent. */
export type Sent = { ok: true } | { ok: false; code: string; message: string };

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

const refusedBy = (answer: { __typename: string } | null | undefined): Refused | null => {
  if (!answer) return new Refused('', '');
  if (answer.__typename !== 'Refusal') return null;
  const { code, message, field } = answer as unknown as {
    code: string;
    message: string;
    field?: string | null;
  };
  return new Refused(code, message, field ?? null);
};

/** What agents do: each act shows at once where it can, says what it did, and can be undone. */
export function useDesk() {
  const client = useApolloClient();
  const say = useWords();
  const again = useCallback(() => client.refetchQueries({ include: [inboxQuery, ticketQuery] }), [client]);
  /** Why something was refused, in the reader's language; a field of one's own by its name. */
  const why = (refused: Refused): string => {
    const key = refused.field?.startsWith('fields.') ? refused.field.slice('fields.'.length) : null;
    const name = client.readQuery({ query: deskQuery })?.ticketFields.find((one) => one.key === key)?.name;
    if (name && refused.code === 'FIELD_MISSING') return say('support.fieldMissing', { name });
    if (name && refused.code === 'BAD_FIELD') return say('support.fieldBad', { name });
    return refusalText(refused, say);
  };
  const failed = (error: unknown, retry?: () => void) =>
    void sayFailed(error instanceof Refused && error.message ? why(error) : say('support.failed'), retry);

  const put = async (id: string, change: Change) => {
    const { data } = await client.mutate({
      mutation: changeTickets,
      variables: { ids: [id], change },
    });
    const refused = refusedBy(data?.changeTickets);
    if (refused) throw refused;
    void again();
  };

  const takeBack = async (messageId: string, ticketId: string, mode: Mode, draft: Draft) => {
    const { data } = await client.mutate({ mutation: takeBackMessage, variables: { id: messageId } });
    const refused = refusedBy(data?.takeBackMessage);
    if (refused) throw refused;
    keepDraft(ticketId, mode, draft);
    await again();
  };

  return {
    again,

    /** Changes a ticket; `back` is what was before, for the way back. */
    async change(ticket: WorkTicket, change: Change, back: Change, text: string): Promise<void> {
      try {
        await put(ticket.id, change);
        offerUndo(text, () => put(ticket.id, back).catch((error) => failed(error)));
      } catch (error) {
        failed(error, () => void put(ticket.id, change).catch((next) => failed(next)));
      }
    },

    async follow(ticket: WorkTicket, follow: boolean): Promise<void> {
      try {
        const { data } = await client.mutate({
          mutation: followTicket,
          variables: { id: ticket.id, follow },
          optimisticResponse: { followTicket: { __typename: 'Ticket', id: ticket.id, isFollowed: follow } },
        });
        const refused = refusedBy(data?.followTicket);
        if (refused) throw refused;
      } catch (error) {
        failed(error);
      }
    },

    /** Sends a reply or adds a note. What was refused keeps its words; what was sent can be taken back, words and all. */
    async send(
      ticket: WorkTicket,
      mode: Mode,
      draft: Draft,
      seenMessageId: string | null,
      onUndone: () => void,
    ): Promise<Sent> {
      const change = changeOf(draft.staged);
      const files = takeFiles(ticket.id, mode);
      const attachmentIds = files.flatMap(({ id }) => id ?? []);
      const input = {
        ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
        ticketId: ticket.id,
        body: draft.body,
        change,
        ...(draft.macroId ? { macroId: draft.macroId } : {}),
        ...(mode === 'reply'
          ? {
              seenMessageId,
              ...(draft.via ? { via: draft.via } : {}),
              ...(draft.promise ? { promise: draft.promise } : {}),
            }
          : {}),
      };
      try {
        let written: { id: string } | null = null;
        if (mode === 'reply') {
          const { data } = await client.mutate({ mutation: replyToTicket, variables: { input } });
          const refused = refusedBy(data?.replyToTicket);
          if (refused) throw refused;
          if (data?.replyToTicket.__typename === 'TicketWriting') written = data.replyToTicket.written;
        } else {
          const { data } = await client.mutate({ mutation: addTicketNote, variables: { input } });
          const refused = refusedBy(data?.addTicketNote);
          if (refused) throw refused;
          if (data?.addTicketNote.__typename === 'TicketWriting') written = data.addTicketNote.written;
        }
        keepDraft(ticket.id, mode, emptyDraft);
        const id = written?.id;
        if (id)
          offerUndo(
            mode === 'reply'
              ? say('support.sentTo', { name: ticket.customer?.displayName ?? ticket.replyAddress ?? '' })
              : say('support.noted'),
            () =>
              takeBack(id, ticket.id, mode, draft)
                .then(() => putFilesBack(ticket.id, mode, files))
                .then(onUndone)
                .catch((error) => failed(error)),
          );
        void again();
        return { ok: true };
      } catch (error) {
        putFilesBack(ticket.id, mode, files);
        void again();
        return error instanceof Refused && error.code
          ? { ok: false, code: error.code, message: why(error) }
          : { ok: false, code: '', message: say('support.failed') };
      }
    },

    /** Sends a reply again that could not be delivered. */
    async sendAgain(letterId: string): Promise<void> {
      try {
        const { data } = await client.mutate({ mutation: sendAgain, variables: { id: letterId } });
        const refused = refusedBy(data?.sendLetterAgain);
        if (refused) throw refused;
        announce(say('support.sentAgain'));
        await again();
      } catch (error) {
        failed(error, () => void this.sendAgain(letterId));
      }
    },

    /** Makes a ticket of its own of messages about another matter; answers with it. Undone, it goes on in the one it came from. */
    async split(ticket: WorkTicket, messageIds: string[], subject: string): Promise<string | null> {
      try {
        const { data } = await client.mutate({
          mutation: splitTicket,
          variables: { id: ticket.id, messageIds, subject },
        });
        const refused = refusedBy(data?.splitTicket);
        if (refused) throw refused;
        const made = data?.splitTicket.__typename === 'Ticket' ? data.splitTicket : null;
        if (made)
          offerUndo(say('support.splitDone', { number: made.number }), async () => {
            const { data: back } = await client.mutate({
              mutation: mergeTickets,
              variables: { id: made.id, intoId: ticket.id },
            });
            const no = refusedBy(back?.mergeTickets);
            if (no) return failed(no);
            await again();
          });
        await again();
        return made?.id ?? null;
      } catch (error) {
        failed(error);
        return null;
      }
    },

    /** Lays two tickets beside one another, or (`together: false`) parts them. */
    async link(ticket: WorkTicket, otherId: string, together: boolean): Promise<void> {
      const put = async (side: boolean) => {
        const { data } = await client.mutate({
          mutation: linkTickets,
          variables: { id: ticket.id, otherId, together: side },
        });
        const refused = refusedBy(data?.linkTickets);
        if (refused) throw refused;
        await again();
      };
      try {
        await put(together);
        offerUndo(say(together ? 'support.linked' : 'support.unlinked'), () =>
          put(!together).catch((error) => failed(error)),
        );
      } catch (error) {
        failed(error);
      }
    },

    /** Lets a ticket go on in another one; answers whether it does. */
    async merge(ticket: WorkTicket, intoId: string, onUndone: () => void): Promise<boolean> {
      try {
        const { data } = await client.mutate({
          mutation: mergeTickets,
          variables: { id: ticket.id, intoId },
        });
        const refused = refusedBy(data?.mergeTickets);
        if (refused) throw refused;
        offerUndo(say('support.merged', { number: ticket.number }), async () => {
          const { data: back } = await client.mutate({
            mutation: unmergeTicket,
            variables: { id: ticket.id },
          });
          const no = refusedBy(back?.unmergeTicket);
          if (no) return failed(no);
          await again();
          onUndone();
        });
        await again();
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
  };
}

/** The acts of agents. */
export type Desk = ReturnType<typeof useDesk>;
