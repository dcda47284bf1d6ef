/**
 * Content: what to say to whom in a stage, and what it did. So far the pure part: the choice with its propensity, what a log says
 * about another choice, experiments. Without tables or graph.
 */
export { beliefOf, hopeless, matured, servingOf } from './domain/arms.ts';
export { alwaysValidP, experimentStanding, shareDifference, splitTest } from './domain/experiment.ts';
export { type Candidate, type Decision, nextContent, type Situation } from './domain/next-content.ts';
export { offPolicy } from './domain/off-policy.ts';
export { type ContentSettings, contentSettings, usualContent } from './domain/settings.ts';
