import type { Stage } from '#lib/graphql/graphql.ts';
import type { Say } from '#lib/intl/words.ts';
import { stageWords } from '#lib/stages.ts';

/** What a stage of any journey is called: its own label, the house's word, or its key. */
export function stageName(key: string, label: string | null | undefined, say: Say): string {
  if (label) return label;
  const stage = key.toUpperCase() as Stage;
  return stage in stageWords ? say(stageWords[stage]) : key;
}
