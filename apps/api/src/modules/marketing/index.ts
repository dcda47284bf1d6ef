/** Marketing: campaigns and what came of them, touch by touch. */
export { type CampaignBody, campaignBody } from './domain/read-campaign-signal.ts';
export { type TouchBody, type TouchKind, touchBody } from './domain/read-touch-signal.ts';
