import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import type { Draft } from './draft.ts';
import {
  archiveJourney,
  discardJourneyDraft,
  publishJourney,
  saveJourneyDraft,
} from './journeys.documents.ts';

/** What is wrong with a draft: the field, as the server names it, and why. */
export interface WrongDraft {
  field: string | null;
  text: string;
}

/** Keeping, publishing and throwing away drafts; putting journeys away. */
export function useJourney() {
  const say = useWords();
  const [save, saving] = useMutation(saveJourneyDraft);
  const [publish, publishing] = useMutation(publishJourney, { refetchQueries: ['JourneyFigures'] });
  const [discard, discarding] = useMutation(discardJourneyDraft);
  const [archive, archiving] = useMutation(archiveJourney, {
    refetchQueries: ['Journeys'],
    awaitRefetchQueries: true,
  });
  const [wrong, setWrong] = useState<WrongDraft | null>(null);
  return {
    busy: saving.loading || publishing.loading || discarding.loading || archiving.loading,
    wrong,
    /** Keeps a draft, of a new journey without an id; answers which journey it is of, or nothing where it makes no sense. */
    async save(id: string | null, draft: Draft): Promise<string | null> {
      setWrong(null);
      const input = {
        id,
        ...draft,
        stages: draft.stages.map(({ label, memory, ...stage }) => ({
          ...stage,
          label: label.trim() || null,
          memory: memory.trim() || null,
        })),
      };
      try {
        const { data } = await save({
          variables: { input },
          refetchQueries: id ? [] : ['Journeys'],
          awaitRefetchQueries: true,
        });
        const answer = data?.saveJourneyDraft;
        if (answer?.__typename === 'Journey') {
          sayDone(say('journey.draftKept'));
          return answer.id;
        }
        if (answer?.__typename === 'Refusal')
          setWrong({ field: answer.field, text: refusalText(answer, say) });
      } catch {
        sayFailed(say('journey.failed'));
      }
      return null;
    },
    async publish(id: string): Promise<boolean> {
      try {
        const { data } = await publish({ variables: { id } });
        const answer = data?.publishJourney;
        if (answer?.__typename === 'Journey') {
          sayDone(say('journey.published'));
          return true;
        }
        sayFailed(answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('journey.failed'));
      } catch {
        sayFailed(say('journey.failed'));
      }
      return false;
    },
    async discard(id: string): Promise<void> {
      try {
        const { data } = await discard({ variables: { id } });
        if (data?.discardJourneyDraft.__typename === 'Journey') sayDone(say('journey.discarded'));
        else sayFailed(say('journey.failed'));
      } catch {
        sayFailed(say('journey.failed'));
      }
    },
    /** Puts a journey away, with a way back; answers whether it is away. */
    async putAway(id: string): Promise<boolean> {
      const set = async (archived: boolean): Promise<boolean> => {
        try {
          const { data } = await archive({ variables: { id, archived } });
          if (data?.archiveJourney.__typename === 'Journey') return true;
        } catch {
          // Said below, as a refusal is.
        }
        sayFailed(say('journey.failed'));
        return false;
      };
      const isAway = await set(true);
      if (isAway) offerUndo(say('journey.putAwayDone'), async () => void (await set(false)));
      return isAway;
    },
  };
}
