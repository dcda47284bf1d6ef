import { useSubscription } from '@apollo/client/react';
import { useEffect } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { keepOffer, unwatchImport, watchedImports } from './import-watch.ts';
import { importChanged } from './imports.documents.ts';
import { problemText } from './problem-text.ts';
import { isOver } from './steps.ts';
import { useMoves } from './use-moves.ts';

/** Tells on every screen when an import that was started here has ended, with the way back. Shows nothing itself. */
export function ImportTeller() {
  const ids = useStore(watchedImports);
  return ids.map((id) => <OneImport key={id} id={id} />);
}

function OneImport({ id }: { id: string }) {
  const say = useWords();
  const { undo } = useMoves();
  const { data, error } = useSubscription(importChanged, { variables: { id } });
  const run = data?.importChanged;
  const ended = run && isOver(run.status) ? run : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an end is told once, in the words of that moment.
  useEffect(() => {
    if (!ended) return;
    unwatchImport(id);
    if (ended.status === 'DONE') {
      const text = say('imports.toldDone', { count: ended.totals.accepted });
      if (ended.canBeUndone && may('Mutation.undoImport'))
        keepOffer(
          id,
          offerUndo(text, () => undo(id)),
        );
      else sayDone(text);
    } else if (ended.status === 'FAILED') {
      sayFailed(say('imports.toldFailed', { reason: problemText(ended, say) ?? '' }));
    }
  }, [ended?.status]);
  useEffect(() => {
    if (error) unwatchImport(id);
  }, [error, id]);
  return null;
}
