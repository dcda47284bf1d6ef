/** The timeline feature: what the three departments lived with a customer. */

export { CustomerTimelineFragment } from './timeline.query.ts';
export { Timeline } from './timeline.tsx';
export { readTimelineSearch, type TimelineSearch, timelineVariables } from './timeline-search.ts';
