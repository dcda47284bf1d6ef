/** Marketing: campaigns and what came of them, touch by touch. */
import type { Manifest } from '#modules/house';
import { CampaignEntity } from './data/campaign.entity.ts';
import { campaignsById } from './data/campaigns.ts';
import { livedTouches } from './data/lived-touches.ts';
import { TouchEntity } from './data/touch.entity.ts';
import { touchesById } from './data/touches.ts';
import { marketingFormats } from './domain/formats/index.ts';
import { CustomerTouchesResolver, TouchCampaignResolver } from './graph/customer-touches.resolver.ts';
import { campaignSignal } from './record-campaign.ts';
import { touchSignal } from './record-touch.ts';

export { type Attribution, attribution, type Path } from './domain/attribution.ts';
export { type CampaignBody, campaignBody } from './domain/read-campaign-signal.ts';
export { type TouchBody, type TouchKind, touchBody } from './domain/read-touch-signal.ts';

export const marketing: Manifest = {
  name: 'marketing',
  entities: [CampaignEntity, TouchEntity],
  resolvers: [CustomerTouchesResolver, TouchCampaignResolver],
  nodes: [
    { typeName: 'Campaign', batch: campaignsById },
    { typeName: 'Touch', batch: touchesById },
  ],
  signals: [campaignSignal, touchSignal],
  formats: marketingFormats,
  follows: ['touch'],
  lived: livedTouches,
};
