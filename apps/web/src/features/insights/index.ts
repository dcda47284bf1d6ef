/** The insights feature: what customers say, what stands in their way, which promises were kept; every number with its interval and its list. */
export { ChannelsCard } from './channels-card.tsx';
export { GapsCard } from './gaps-card.tsx';
export { insightsQuery } from './insights.documents.ts';
export { IrrelevanceCard } from './irrelevance-card.tsx';
export { MovedCard } from './moved-card.tsx';
export { ObstaclesBoard } from './obstacles-board.tsx';
export { PromisesKeptCard } from './promises-kept-card.tsx';
export { SelvesCard } from './selves-chart.tsx';
export { DriversCard, VoiceCard } from './voice-cards.tsx';
export { type Asked, channelText } from './words.ts';
