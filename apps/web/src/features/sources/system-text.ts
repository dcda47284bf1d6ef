import type { MessageId, Say } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';

/** In whose words a source speaks: those of a maker, or ours. */
export const systemText = (system: string, say: Say): string =>
  system === 'webhook' ? say('sources.ownWords' satisfies MessageId) : sourceText(system, say);
