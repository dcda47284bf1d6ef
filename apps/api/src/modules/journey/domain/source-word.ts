import type { Stage } from './stage.ts';

const stageOf: Record<string, Stage> = {
  subscriber: 'need',
  lead: 'need',
  prospect: 'need',
  suspect: 'need',
  visitor: 'need',
  user: 'use',
  marketingqualifiedlead: 'research',
  mql: 'research',
  salesqualifiedlead: 'research',
  sql: 'research',
  opportunity: 'choice',
  customer: 'use',
  client: 'use',
  evangelist: 'share',
  promoter: 'share',
};

/** What a source's own stage word hints at (`Marketing Qualified Lead` → research); `null` when we do not know the word. */
export function readSourceWord(word: string | null | undefined): Stage | null {
  if (!word) return null;
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(stageOf, plain) ? stageOf[plain]! : null;
}
