import type { ResultOf, VariablesOf } from '#lib/graphql/graphql.ts';
import type { reviewRuleQuery, saveReviewRule } from './review-rule.documents.ts';

/** What low ratings open by themselves. */
export type ReviewRule = ResultOf<typeof reviewRuleQuery>['reviewRule'];
export type RuleWish = VariablesOf<typeof saveReviewRule>['input'];

/** The rule as one would ask for it again. */
export const wishOf = ({ ratingAtMost, ownerId, activeSince }: ReviewRule): RuleWish => ({
  ratingAtMost,
  ownerId,
  isActive: activeSince !== null,
});

/** The stars to choose from: whole ones, and what was kept otherwise. */
export const starsToChoose = (kept: number): number[] =>
  [...new Set([1, 2, 3, 4, kept])].sort((a, b) => a - b);

/** Who may look after it: whoever still works here, and whoever was named before they left. */
export const ownersToChoose = <User extends { id: string; disabledAt: string | null }>(
  users: readonly User[],
  ownerId: string | null,
): User[] => users.filter(({ id, disabledAt }) => !disabledAt || id === ownerId);
