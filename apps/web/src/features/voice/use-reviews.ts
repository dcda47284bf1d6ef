import { useApolloClient } from '@apollo/client/react';
import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import {
  addReviewNote,
  answerReview,
  assignReview,
  dismissReview,
  holdReview,
  linkReview,
  openTicketOfReview,
  reopenReview,
  reviewQuery,
  reviewsQuery,
  takeBackReviewAnswer,
  takeBackReviewMove,
  unlinkReview,
} from './reviews.documents.ts';

type Answer =
  | { __typename: 'ReviewMoved'; eventId: string }
  | { __typename: 'Refusal'; code: string; message: string };

/** The acts on reviews: each says what it did and can be undone; what was refused says why. */
export function useReviews() {
  const client = useApolloClient();
  const say = useWords();
  const again = () => client.refetchQueries({ include: [reviewsQuery, reviewQuery] });

  /** Carries out one act; answers with the id of what was done, or nothing. */
  const act = async (run: () => Promise<Answer | undefined>): Promise<string | null> => {
    try {
      const answer = await run();
      if (answer?.__typename === 'ReviewMoved') {
        void again();
        return answer.eventId;
      }
      sayFailed(answer ? refusalText(answer, say) : say('voice.failed'));
    } catch {
      sayFailed(say('voice.failed'), () => void act(run));
    }
    return null;
  };
  const takeBack = (id: string, eventId: string) =>
    act(async () => {
      const { data } = await client.mutate({ mutation: takeBackReviewMove, variables: { id, eventId } });
      return data?.takeBackReviewMove;
    });
  const undoably = async (
    id: string,
    text: string,
    run: () => Promise<Answer | undefined>,
  ): Promise<boolean> => {
    const eventId = await act(run);
    if (eventId) offerUndo(text, async () => void (await takeBack(id, eventId)));
    return eventId !== null;
  };

  return {
    again,

    /** Answers; what was refused keeps its words. `onUndone` puts the words back. */
    async answer(input: VariablesOf<typeof answerReview>['input'], onUndone: () => void): Promise<boolean> {
      const eventId = await act(async () => {
        const { data } = await client.mutate({ mutation: answerReview, variables: { input } });
        return data?.answerReview;
      });
      if (!eventId) return false;
      offerUndo(say('voice.answered'), async () => {
        const back = await act(async () => {
          const { data } = await client.mutate({
            mutation: takeBackReviewAnswer,
            variables: { id: input.id, eventId },
          });
          return data?.takeBackReviewAnswer;
        });
        if (back) onUndone();
      });
      return true;
    },

    dismiss: (id: string, reason: VariablesOf<typeof dismissReview>['reason']) =>
      undoably(id, say('voice.dismissed'), async () => {
        const { data } = await client.mutate({ mutation: dismissReview, variables: { id, reason } });
        return data?.dismissReview;
      }),

    assign: (id: string, userId: string | null, name: string | null) =>
      undoably(id, name ? say('voice.assignedTo', { name }) : say('voice.assignedNobody'), async () => {
        const { data } = await client.mutate({ mutation: assignReview, variables: { id, userId } });
        return data?.assignReview;
      }),

    hold: (id: string, waiting: boolean) =>
      undoably(id, say(waiting ? 'voice.held' : 'voice.resumed'), async () => {
        const { data } = await client.mutate({ mutation: holdReview, variables: { id, waiting } });
        return data?.holdReview;
      }),

    reopen: (id: string) =>
      undoably(id, say('voice.reopened'), async () => {
        const { data } = await client.mutate({ mutation: reopenReview, variables: { id } });
        return data?.reopenReview;
      }),

    note: (id: string, words: string) =>
      undoably(id, say('voice.noted'), async () => {
        const { data } = await client.mutate({ mutation: addReviewNote, variables: { id, words } });
        return data?.addReviewNote;
      }),

    async link(id: string, customer: { id: string; name: string }): Promise<boolean> {
      const done = await act(async () => {
        const { data } = await client.mutate({
          mutation: linkReview,
          variables: { id, customerId: customer.id },
        });
        return data?.linkReview;
      });
      if (done)
        offerUndo(say('voice.linkedTo', { name: customer.name }), async () => {
          await act(async () => {
            const { data } = await client.mutate({ mutation: unlinkReview, variables: { id } });
            return data?.unlinkReview;
          });
        });
      return done !== null;
    },

    /** Makes a ticket; it is there for whoever looks after it, and does not go away again. */
    async ticket(id: string): Promise<boolean> {
      const done = await act(async () => {
        const { data } = await client.mutate({ mutation: openTicketOfReview, variables: { id } });
        return data?.openTicketOfReview;
      });
      if (done) sayDone(say('voice.ticketOpened'));
      return done !== null;
    },
  };
}

/** The acts on reviews. */
export type ReviewActs = ReturnType<typeof useReviews>;
