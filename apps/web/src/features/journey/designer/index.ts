/** The designer of journeys; it comes with its page only. */
export { Comparison } from './comparison.tsx';
export { draftOf } from './draft.ts';
export { DraftChanges } from './draft-changes.tsx';
export { DraftEditor } from './draft-editor.tsx';
export { JourneyFunnel } from './journey-funnel.tsx';
export { type CellContent, JourneyGrid } from './journey-grid.tsx';
export { JourneySankey } from './journey-sankey.tsx';
export { journeyFiguresQuery, journeysQuery } from './journeys.documents.ts';
export { OwnWords } from './own-words.tsx';
export { useJourney } from './use-journey.ts';
