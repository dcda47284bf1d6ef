import { groupBy } from '#kernel/batch';
import { newId } from '#kernel/id';
import {
  type Located,
  type LocatedPerson,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { deleteDeals, lockDeals, peopleOfDeals, putDealPeople, putDeals } from './data/deals.ts';
import { forgetUnusedPipelines } from './data/pipelines.ts';
import { type Deal, type DealPerson, type DealSaid, mergeDeal, tellDeal } from './domain/deal.ts';
import { outcomeOfWords } from './domain/pipeline.ts';
import { type DealBody, dealBody } from './domain/read-deal-signal.ts';
import { type Place, placeDeals } from './place-deals.ts';

/** What a signal says, with the place it names found. */
function readSaid(item: Located<DealBody>, { pipeline, stage }: Place): DealSaid {
  const { body, subjectKey } = item.signal;
  const words = body.stageName ?? body.stageKey;
  return {
    id: newId(),
    sourceId: item.sourceId,
    sourceKey: subjectKey,
    body,
    stage: stage ?? null,
    pipelineId: pipeline?.id ?? null,
    outcome: body.outcome ?? stage?.outcome ?? (words ? outcomeOfWords(words) : null),
    customerId: item.customerId ?? null,
    sourceRecordId: item.sourceRecordId ?? null,
    companyId: item.companyId ?? null,
    at: item.at,
    signalId: item.signalId,
  };
}

const record: Recorder<DealBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const locked = await lockDeals(
    tx,
    items.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const deals = new Map<string, Deal>(locked.map((deal) => [thingKey(deal.sourceId, deal.sourceKey), deal]));
  const places = await placeDeals(tx, items, deals);
  const known = groupBy(
    await peopleOfDeals(
      tx,
      locked.map(({ id }) => id),
    ),
    ({ dealId }) => dealId,
  );
  const people = new Map<string, DealPerson>();

  for (const [index, item] of items.entries()) {
    const said = readSaid(item, places[index]!);
    const key = thingKey(said.sourceId, said.sourceKey);
    const before = deals.get(key);
    const after = mergeDeal(before, said);
    deals.set(key, after);

    const knownPeople = known.get(after.id) ?? [];
    const told = new Map<string, LocatedPerson>(
      [...knownPeople, ...peopleOf(item)].map((person) => [person.sourceRecordId, person]),
    );
    const wasThere = new Set(knownPeople.map(({ sourceRecordId }) => sourceRecordId));
    const [old, fresh] = [[] as LocatedPerson[], [] as LocatedPerson[]];
    for (const { customerId, sourceRecordId } of told.values())
      (wasThere.has(sourceRecordId) ? old : fresh).push({ customerId, sourceRecordId });
    if (old.length > 0) tellTo(old, item.signalId, tellDeal(before, after, item.at), recorded);
    // Whoever joins a deal lived its story from the start: all of it is told to them.
    if (fresh.length > 0) tellTo(fresh, item.signalId, tellDeal(undefined, after, item.at), recorded);

    const now = [...told.values()].map(({ customerId, sourceRecordId }) => ({
      dealId: after.id,
      sourceRecordId,
      customerId,
      isMain: sourceRecordId === after.sourceRecordId,
    }));
    known.set(after.id, now);
    for (const person of now) people.set(`${person.dealId} ${person.sourceRecordId}`, person);
  }
  await putDeals(tx, [...deals.values()]);
  await putDealPeople(tx, [...people.values()]);
  return { ...recorded, concerned: [...people.values()].map(({ customerId }) => customerId) };
};

/** A deal was opened, moved, won, lost or changed. */
export const dealSignal: SignalKind<DealBody> = {
  kind: 'deal',
  description: 'Something somebody may buy: where it stands, what it is worth, who it is with.',
  schema: dealBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'deal', subjectKeys);
    await deleteDeals(tx, sourceId, subjectKeys);
    await forgetUnusedPipelines(tx, sourceId);
  },
};
