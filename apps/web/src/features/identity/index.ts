/** The identity feature: which records are this person, who decided so, and the cases that wait for a decision. */
export { DoubtBecomes } from './doubt-becomes.tsx';
export { DoubtSides } from './doubt-sides.tsx';
export { DoubtWeighed } from './doubt-weighed.tsx';
export { doubtsQuery } from './doubts.documents.ts';
export { LastRun } from './last-run.tsx';
export { Likelihood } from './likelihood.tsx';
export { MergeDialog } from './merge-dialog.tsx';
export { PickCustomer } from './pick-customer.tsx';
export { SourcesCard, SourcesFragment } from './sources-card.tsx';
export { type Doubt, useDoubts } from './use-doubts.ts';
