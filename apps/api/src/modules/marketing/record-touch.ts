import { newId } from '#kernel/id';
import {
  type Located,
  movedAmong,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  type Told,
  tellTo,
  thingKey,
  untold,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import type { Tx } from '#platform/database';
import { ensureCampaigns, forgetUntouchedCampaigns } from './data/campaigns.ts';
import { deleteTouches, putTouches, touchesOfRecords } from './data/touches.ts';
import type { Campaign } from './domain/campaign.ts';
import { type TouchBody, touchBody } from './domain/read-touch-signal.ts';
import { type Touch, tellTouch, touchFactKeys } from './domain/touch.ts';

const campaignKeyOf = ({ campaignKey, campaignName }: TouchBody): string | undefined =>
  campaignKey ?? (campaignName && `campaign:${campaignName}`);

/** The campaign as a touch knows it, for when it has not been told of yet. */
function stubOf({ signal: { body }, sourceId }: Told<TouchBody>): Campaign[] {
  const sourceKey = campaignKeyOf(body);
  if (!sourceKey) return [];
  const name = body.campaignName ?? sourceKey.replace(/^campaign:/, '');
  return [
    {
      id: newId(),
      sourceId,
      sourceKey,
      name,
      channel: body.channel,
      subject: null,
      sentAt: null,
      observedAt: untold,
      signalId: null,
    },
  ];
}

const askAhead = (tx: Tx, told: readonly Told<TouchBody>[]): Promise<Campaign[]> => {
  const stubs = new Map(told.flatMap(stubOf).map((stub) => [thingKey(stub.sourceId, stub.sourceKey), stub]));
  return ensureCampaigns(tx, [...stubs.values()]);
};

const record: Recorder<TouchBody, Campaign[]> = async (tx, items, asked = askAhead(tx, items)) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const campaigns = new Map(
    (await asked).map((campaign) => [thingKey(campaign.sourceId, campaign.sourceKey), campaign]),
  );
  const campaignOf = ({ signal, sourceId }: Located<TouchBody>) =>
    campaigns.get(thingKey(sourceId, campaignKeyOf(signal.body) ?? ''));

  const touches = new Map<string, Touch>();
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { subjectKey, body } = item.signal;
    touches.set(thingKey(item.sourceId, subjectKey), {
      id: newId(),
      sourceId: item.sourceId,
      sourceKey: subjectKey,
      campaignId: campaignOf(item)?.id ?? null,
      kind: body.kind,
      channel: body.channel,
      url: body.url ?? null,
      outcome: body.outcome ?? null,
      attempts: body.attempts ?? null,
      at: item.at,
      signalId: item.signalId,
      ...person,
    });
  }
  const written = await putTouches(tx, [...touches.values()]);
  const ids = new Map(written.map((row) => [thingKey(row.sourceId, row.sourceKey), row.id]));

  for (const item of items) {
    const { subjectKey, body } = item.signal;
    const id = ids.get(thingKey(item.sourceId, subjectKey));
    if (!id) continue;
    const campaign = campaignOf(item);
    const named = campaign ? { key: campaign.sourceKey, name: campaign.name } : null;
    const touch = touches.get(thingKey(item.sourceId, subjectKey));
    // All of it to whoever has it in the end.
    if (touch)
      tellTo([touch], item.signalId, tellTouch(subjectKey, body, item.at, { id, campaign: named }), recorded);
  }
  const moved = movedAmong(written, touches, ({ sourceKey }, id) => ({
    keys: touchFactKeys(sourceKey),
    about: { type: 'Touch', id },
  }));
  const kept: Recorded = { entries: [], facts: [] };
  // One line stands for several touches of a day: who keeps some of them keeps the line.
  const former = moved.map(({ from }) => from.sourceRecordId);
  for (const touch of former.length > 0 ? await touchesOfRecords(tx, former) : [])
    tellTo(
      [touch],
      touch.signalId,
      tellTouch(touch.sourceKey, touchBody.parse(touch.body), touch.at, touch),
      kept,
    );
  return {
    entries: [...kept.entries, ...recorded.entries],
    facts: [...kept.facts, ...recorded.facts],
    moved,
  };
};

/** Somebody was sent, opened, clicked, filled in, visited or attended something. */
export const touchSignal: SignalKind<TouchBody, Campaign[]> = {
  kind: 'touch',
  description: 'A contact between a person and a campaign, page, form or event.',
  schema: touchBody,
  concernsPerson: true,
  record,
  askAhead,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'touch', subjectKeys);
    await deleteTouches(tx, sourceId, subjectKeys);
    await forgetUntouchedCampaigns(tx, sourceId);
  },
};
