import { useApolloClient } from '@apollo/client/react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import {
  type CorrectedField,
  correctedWords,
  editing,
  onTheWay,
  saidBefore,
  sendCorrection,
  wayKey,
} from './correction.ts';

/** Corrects values of a customer: shown at once, put back when the server refuses, undoable. */
export function useCorrection(customerId: string) {
  const client = useApolloClient();
  const say = useWords();

  const show = (field: CorrectedField, value: string | undefined) =>
    onTheWay.set((before) => {
      const next = new Map(before);
      if (value === undefined) next.delete(wayKey(customerId, field));
      else next.set(wayKey(customerId, field), value);
      return next;
    });

  const takeBack = async (field: CorrectedField, before: string | null): Promise<void> => {
    const again = () => void takeBack(field, before);
    try {
      const wrong = await sendCorrection(client, customerId, field, before);
      if (wrong) sayFailed(refusalText(wrong, say), again);
    } catch {
      sayFailed(say('customer.correctFailed'), again);
    }
  };

  /** Keeps a value; what is not accepted opens again with what was typed and the reason beside it. */
  const correct = async (field: CorrectedField, value: string): Promise<void> => {
    const label = say(correctedWords[field]);
    show(field, value);
    try {
      const before = await saidBefore(client, customerId, field);
      const wrong = await sendCorrection(client, customerId, field, value || null);
      if (wrong) editing.set({ customerId, field, typed: value, wrong: refusalText(wrong, say) });
      else offerUndo(say('customer.corrected', { field: label }), () => takeBack(field, before));
    } catch {
      sayFailed(say('customer.correctFailed'), () => correct(field, value));
    } finally {
      show(field, undefined);
    }
  };
  return correct;
}
