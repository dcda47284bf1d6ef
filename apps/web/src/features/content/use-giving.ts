import { useApolloClient } from '@apollo/client/react';
import { useComposer } from '#lib/composer.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { undoUseDocument, useContentDocument } from './content.documents.ts';
import { plainWords } from './read-markup.ts';
import type { ContentAct, ContentChannel, OfferedShape } from './words.ts';

/** What is put into a message: the words themselves of a template, else the title and the customer's own address of it. */
function messageOf({ kind, title, body, link }: OfferedShape, address: string | null): string {
  if (kind === 'TEMPLATE' && body) return plainWords(body);
  return [title, address ? new URL(address, location.origin).href : link].filter(Boolean).join('\n');
}

/** Giving content to one customer: inserted where a message is written, copied, or logged; each can be taken back. */
export function useGiving(customerId: string) {
  const client = useApolloClient();
  const say = useWords();
  const composer = useComposer(customerId);

  const undo = async (id: string) => {
    try {
      const { data } = await client.mutate({ mutation: undoUseDocument, variables: { id } });
      const answer = data?.undoContentUse;
      if (answer?.__typename === 'Refusal') sayFailed(refusalText(answer, say));
    } catch {
      sayFailed(say('content.failed'), () => undo(id));
    }
  };

  const give = async (
    offer: OfferedShape,
    act: ContentAct,
    channel: ContentChannel,
    done: (address: string | null) => Promise<string> | string,
    takeOut?: () => void,
  ): Promise<void> => {
    if (!offer.item) return;
    const input = { customerId, contentId: offer.item.id, act, channel, language: offer.language };
    try {
      const { data } = await client.mutate({ mutation: useContentDocument, variables: { input } });
      const answer = data?.useContent;
      if (answer?.__typename !== 'ContentUse') {
        sayFailed(answer ? refusalText(answer, say) : say('content.failed'));
        return;
      }
      const { id, address } = answer;
      offerUndo(await done(address), () => {
        takeOut?.();
        return undo(id);
      });
    } catch {
      sayFailed(say('content.failed'), () => give(offer, act, channel, done, takeOut));
    }
  };

  return {
    /** Whether there is a place where a message is being written. */
    inserts: composer !== null,
    /** Puts it into the message that is being written; without one, copies it so that it can be put anywhere. */
    insert: (offer: OfferedShape) => {
      let takeOut: (() => void) | undefined;
      return give(
        offer,
        'INSERTED',
        composer?.channel ?? 'EMAIL',
        async (address) => {
          const text = messageOf(offer, address);
          if (composer) {
            takeOut = composer.insert(text);
            return say('content.inserted', { title: offer.title });
          }
          await navigator.clipboard?.writeText(text).catch(() => undefined);
          return say('content.copied', { title: offer.title });
        },
        () => takeOut?.(),
      );
    },
    /** Writes down that it was sent by itself. */
    logSent: (offer: OfferedShape) =>
      give(offer, 'SENT', 'EMAIL', () => say('content.loggedSent', { title: offer.title })),
    /** Writes down that it was shown or told in a talk. */
    logShown: (offer: OfferedShape) =>
      give(offer, 'SHOWN', 'PHONE', () => say('content.loggedShown', { title: offer.title })),
  };
}

/** The acts of giving. */
export type Giving = ReturnType<typeof useGiving>;
