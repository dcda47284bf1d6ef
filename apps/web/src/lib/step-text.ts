import type { Say } from './intl/words.ts';

const own = {
  asked: 'lib.step.asked',
  answered: 'lib.step.answered',
  'bot answered': 'lib.step.botAnswered',
  resolved: 'lib.step.resolved',
} as const;

const stepWord = (step: string, say: Say): string =>
  Object.hasOwn(own, step) ? say(own[step as keyof typeof own]) : step;

/** A step of a case, or the way from one to the next, in the reader's language; steps of a source's own as it writes them. */
export const stepText = (from: string, to: string | null, say: Say): string =>
  to ? `${stepWord(from, say)} → ${stepWord(to, say)}` : stepWord(from, say);
