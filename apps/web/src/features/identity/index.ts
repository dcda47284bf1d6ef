/** The identity feature: which records are this person, and who decided so. */
export { SourcesCard, SourcesFragment } from './sources-card.tsx';
