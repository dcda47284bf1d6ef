import type { MessageId, Say } from '#lib/intl/words.ts';
import { stages, stageWords } from '#lib/stages.ts';

const known = ['new', 'open', 'pending', 'hold', 'solved', 'closed', 'good', 'bad'] as const;

/** A value that changed, in the reader's language; one that only a source knows, as the source writes it. */
export function valueText(field: string, value: string, say: Say): string {
  const found = known.find((each) => each === value);
  if (found && field !== 'stage') return say(`timeline.value.${found}` satisfies MessageId);
  const stage = field === 'stage' && stages.find((each) => each === value.toUpperCase());
  return stage ? say(stageWords[stage]) : value;
}
