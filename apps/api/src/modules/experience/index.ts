/**
 * Experience: what a customer has lived and what they will remember of it, how attached they are, what stood in their way.
 * So far the pure part: decisions about values, without tables or graph.
 */
export { attachmentOf, behaviourOf, rhythmOf } from './domain/attachment.ts';
export { calibrate } from './domain/calibration.ts';
export { frictionOf, stepLosses } from './domain/friction.ts';
export { baselineBefore, fading, memorabilityOf, outcomeShares } from './domain/memorability.ts';
export { recoveryOf } from './domain/recovery.ts';
export { customerMemory } from './domain/remembered-customer.ts';
export { type ExperienceSettings, experienceSettings, usualExperience } from './domain/settings.ts';
export { ifItEnded, twoSelves } from './domain/two-selves.ts';
export { valenceOf } from './domain/valence.ts';
