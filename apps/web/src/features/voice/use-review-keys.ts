import { useCommands } from '#lib/hotkeys/use-commands.ts';
import type { Mode } from './review-composer.tsx';

/** What can be done with a review by keys. Absent is what this one or this person does not allow. */
export interface ReviewKeys {
  write: (mode: Mode) => void;
  dismiss: (() => void) | undefined;
  hold: (() => void) | undefined;
  /** It waits already: the same key goes on. */
  waits: boolean;
  reopen: (() => void) | undefined;
  take: (() => void) | undefined;
  ticket: (() => void) | undefined;
}

/** The keys of the review in hand. */
export function useReviewKeys(acts: ReviewKeys, mayWork: boolean): void {
  const { write, dismiss, hold, waits, reopen, take, ticket } = acts;
  useCommands(
    {
      id: 'review',
      label: 'voice.reviews',
      commands: [
        { id: 'review-answer', label: 'voice.answer', keys: 'r', run: () => write('answer') },
        { id: 'review-note', label: 'voice.note', keys: 'n', run: () => write('note') },
        ...(dismiss
          ? [{ id: 'review-dismiss', label: 'voice.dismiss' as const, keys: 'e', run: dismiss }]
          : []),
        ...(hold
          ? [
              {
                id: 'review-hold',
                label: waits ? ('voice.resume' as const) : ('voice.hold' as const),
                keys: 'h',
                run: hold,
              },
            ]
          : []),
        ...(reopen ? [{ id: 'review-reopen', label: 'voice.reopen' as const, keys: 'u', run: reopen }] : []),
        ...(take ? [{ id: 'review-take', label: 'voice.take' as const, keys: 'i', run: take }] : []),
        ...(ticket
          ? [{ id: 'review-ticket', label: 'voice.makeTicket' as const, keys: 't', run: ticket }]
          : []),
      ],
    },
    mayWork,
  );
}
