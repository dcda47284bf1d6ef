/** The insights feature: what customers say, what stands in their way, which promises were kept; every number with its interval and its list. */

export { BotCard } from './bot-card.tsx';
export { CalibrationCard } from './calibration-card.tsx';
export { ChannelsCard } from './channels-card.tsx';
export { CreditCard } from './credit-card.tsx';
export { evidenceQuery } from './evidence.documents.ts';
export { GapsCard } from './gaps-card.tsx';
export { HeardCard } from './heard-card.tsx';
export { insightsQuery } from './insights.documents.ts';
export { IrrelevanceCard } from './irrelevance-card.tsx';
export { type MoodsAsked, useMoods } from './moods.tsx';
export { MovedCard } from './moved-card.tsx';
export { ObstaclesBoard } from './obstacles-board.tsx';
export { PromisesKeptCard } from './promises-kept-card.tsx';
export { RepeatCard } from './repeat-card.tsx';
export { SelvesCard } from './selves-chart.tsx';
export { DriversCard, VoiceCard } from './voice-cards.tsx';
export { type Asked, channelText } from './words.ts';
