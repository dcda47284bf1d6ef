import { newId } from '#kernel/id';
import { newest } from '#kernel/newest';
import { type Recorder, type SignalKind, thingKey } from '#modules/house';
import { forgetCampaigns, putCampaigns } from './data/campaigns.ts';
import type { Campaign } from './domain/campaign.ts';
import { type CampaignBody, campaignBody } from './domain/read-campaign-signal.ts';

const record: Recorder<CampaignBody> = async (tx, items) => {
  const campaigns = new Map<string, Campaign>();
  for (const { signal, sourceId, signalId, at } of items) {
    const key = thingKey(sourceId, signal.subjectKey);
    const { name, channel, subject, sentAt } = signal.body;
    const said: Campaign = {
      id: newId(),
      sourceId,
      sourceKey: signal.subjectKey,
      name,
      channel,
      subject: subject ?? null,
      sentAt: sentAt ? new Date(sentAt) : null,
      observedAt: at,
      signalId,
    };
    campaigns.set(key, newest(campaigns.get(key), said));
  }
  await putCampaigns(tx, [...campaigns.values()]);
  return { entries: [], facts: [] };
};

/** A campaign was planned, sent or changed. */
export const campaignSignal: SignalKind<CampaignBody> = {
  kind: 'campaign',
  description: 'A mailing, event or advertisement: what it is called and how it reaches people.',
  schema: campaignBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await forgetCampaigns(tx, sourceId, subjectKeys);
  },
};
