/** The sources feature: which systems tell us things, how they are read, and how they prove who they are. */
export { SourcesSection } from './sources-section.tsx';
