import type { MessageId, Say } from './intl/words.ts';

const words = {
  NO_FIT: 'lib.gate.noFit',
  TOO_FEW_REPEATERS: 'lib.gate.tooFew',
  NOBODY_EVER_LEAVES: 'lib.gate.nobodyLeaves',
  NO_BETTER_THAN_FREQUENCY: 'lib.gate.noBetter',
  TOO_LITTLE_TIME: 'lib.gate.tooLittleTime',
  DEPENDS_ON_FREQUENCY: 'lib.gate.depends',
  NO_MEAN: 'lib.gate.noMean',
} as const satisfies Record<string, MessageId>;

/** Why a model of buying may not be used, in the reader's language. */
export const gateText = (reasons: readonly (keyof typeof words)[], say: Say): string =>
  reasons.map((reason) => say(words[reason])).join(' ');
