/**
 * Voice: what customers say when asked, and what they tell each other. So far the pure part: scores with their intervals, without
 * tables or graph.
 */
export { driversOf } from './domain/drivers.ts';
export { expectationGap } from './domain/expectation-gap.ts';
export { npsBootstrap, npsDifference, npsOf, npsOfAnswers, recommendersOf } from './domain/nps.ts';
export { npsByChannel } from './domain/nps-by-channel.ts';
export { peerLoop } from './domain/peer-loop.ts';
export { cesOf, csatOf } from './domain/satisfaction.ts';
export { usualVoice, type VoiceSettings, voiceSettings } from './domain/settings.ts';
