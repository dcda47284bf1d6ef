import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { type MessageId, type Say, useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import { companyOf, type Move, type Places, placeAt, undoOf } from './place-moves.ts';
import {
  addPlace,
  customerPlaces,
  editPlace,
  endPlace,
  removePlace,
  reopenPlace,
} from './places.documents.ts';

/** Why a move was refused: at which field of a form, in words. */
export interface Wrong {
  field: string | null;
  text: string;
}

const refusals: Record<string, MessageId> = {
  PLACE_KNOWN: 'places.refused.known',
  COMPANY_MISSING: 'places.refused.missing',
  COMPANY_NEEDED: 'places.refused.needed',
  BAD_DOMAIN: 'places.refused.domain',
  DAY_AHEAD: 'places.refused.ahead',
  ENDS_BEFORE: 'places.refused.before',
};

const nowhere: Places = { companies: [], formerCompanies: [] };

function send(client: ApolloClient, id: string, move: Move) {
  switch (move.kind) {
    case 'add':
      return client.mutate({ mutation: addPlace, variables: { input: { customerId: id, ...move.input } } });
    case 'edit':
      return client.mutate({
        mutation: editPlace,
        variables: { id, companyId: move.companyId, input: move.input },
      });
    case 'end':
      return client.mutate({
        mutation: endPlace,
        variables: { id, companyId: move.companyId, until: move.until },
      });
    case 'reopen':
      return client.mutate({
        mutation: reopenPlace,
        variables: { id, companyId: move.companyId, isMain: move.isMain },
      });
    case 'remove':
      return client.mutate({ mutation: removePlace, variables: { id, companyId: move.companyId } });
  }
}

function doneText(move: Move, company: string, wasOurs: boolean, say: Say): string {
  if (move.kind === 'edit' && move.input.isMain) return say('places.mainNow', { company });
  if (move.kind === 'remove') return say(wasOurs ? 'places.removed' : 'places.asTold', { company });
  return say(`places.done.${move.kind}`, { company });
}

/** Says where a customer works: what was said in one go can be taken back in one go for a while. Answers what was wrong; `null` when it was done. */
export function usePlaces(id: string) {
  const client = useApolloClient();
  const say = useWords();
  const read = (): Places =>
    client.readQuery({ query: customerPlaces, variables: { id } })?.customer ?? nowhere;

  const carryOut = async (move: Move): Promise<Wrong | null> => {
    const answer = (await send(client, id, move)).data?.answer;
    if (answer?.__typename === 'Customer') return null;
    if (!answer) return { field: null, text: say('places.failed') };
    const own = refusals[answer.code];
    return { field: answer.field ?? null, text: own ? say(own) : refusalText(answer, say) };
  };

  const undo = async (moves: readonly Move[]): Promise<void> => {
    for (const [index, move] of moves.entries()) {
      const wrong = await carryOut(move).catch(() => ({ text: say('places.failed') }));
      if (wrong) return void sayFailed(wrong.text, () => undo(moves.slice(index)));
    }
    return undefined;
  };

  return async (moves: readonly Move[]): Promise<Wrong | null> => {
    const back: Move[] = [];
    const words: string[] = [];
    const offer = () => {
      if (words[0]) offerUndo(words[0], () => undo(back));
    };
    for (const move of moves) {
      const before = read();
      const wrong = await carryOut(move).catch(() => ({ field: null, text: say('places.failed') }));
      if (wrong) {
        offer();
        return wrong;
      }
      const after = read();
      const companyId = companyOf(move, before, after) ?? '';
      const place = placeAt(after, companyId) ?? placeAt(before, companyId);
      const wasOurs = placeAt(before, companyId)?.isOurs ?? false;
      words.push(doneText(move, place?.company.name ?? '', wasOurs, say));
      back.unshift(...undoOf(move, before, after));
    }
    offer();
    return null;
  };
}
