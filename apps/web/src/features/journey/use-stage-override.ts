import { useApolloClient } from '@apollo/client/react';
import type { Stage } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { stageWords } from '#lib/stages.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { overrideStage, undoStageOverride } from './stage-evidence.documents.ts';

/** Saying where a customer stands, and taking it back. */
export function useStageOverride(customerId: string) {
  const client = useApolloClient();
  const say = useWords();
  const undo = async (id: string): Promise<boolean> => {
    try {
      const { data } = await client.mutate({ mutation: undoStageOverride, variables: { id } });
      const answer = data?.undoStageOverride;
      if (answer?.__typename === 'Customer') {
        sayDone(say('journey.undone'));
        return true;
      }
      sayFailed(answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('journey.failed'));
    } catch {
      sayFailed(say('journey.failed'), async () => void (await undo(id)));
    }
    return false;
  };
  const set = async (stage: Stage, reason: string): Promise<string | null> => {
    try {
      const { data } = await client.mutate({
        mutation: overrideStage,
        variables: { input: { customerId, stage, reason } },
      });
      const answer = data?.overrideStage;
      if (answer?.__typename === 'Customer') {
        const id = answer.stage?.override?.id;
        if (id)
          offerUndo(say('journey.set', { stage: say(stageWords[stage]) }), async () => void (await undo(id)));
        return null;
      }
      return answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('journey.failed');
    } catch {
      return say('journey.failed');
    }
  };
  return { set, undo };
}
