import type { ContentKind } from './content-item.ts';

/**
 * Days within which content of a kind has to have done what it is for. Until they are over, a use without success is open and counts
 * for nothing. Conventions: an answer helps at once, a webinar is thought about.
 */
export const rewardDays: Record<ContentKind, number> = {
  answer: 3,
  checklist: 5,
  template: 5,
  post: 7,
  guide: 14,
  video: 14,
  review: 14,
  'one-pager': 21,
  case: 21,
  webinar: 30,
};

const order = ['need', 'research', 'choice', 'use', 'repeat', 'share'];

/**
 * Whether a move is what content of a stage hopes for: onwards, out of a difficulty, or back to us after silence. Into assistance or
 * silence is never a success.
 */
export function isMovedOn(from: string, to: string): boolean {
  if (to === from || to === 'assistance' || to === 'dormant') return false;
  if (from === 'assistance') return ['use', 'share', 'repeat'].includes(to);
  if (from === 'dormant') return true;
  const [before, after] = [order.indexOf(from), order.indexOf(to)];
  // A stage that is on no list of ours: any move out of it that is no trouble is one.
  return before < 0 || after < 0 ? true : after > before;
}
