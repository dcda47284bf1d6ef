import { newId } from '#kernel/id';
import {
  movedAmong,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { forgetRows, putReferrals } from './data/answers.ts';
import { HeardOfEntity } from './data/heard-of.entity.ts';
import { putHeardOf } from './data/heard-of.ts';
import { ReferralEntity } from './data/voice.entity.ts';
import {
  type HeardOf,
  type HeardOfBody,
  heardOfBody,
  heardOfEntryKey,
  tellHeardOf,
} from './domain/heard-of.ts';
import { type Referral, referralEntryKey, tellReferral } from './domain/told.ts';

const referralKey = (subjectKey: string): string => `said ${subjectKey}`;

const record: Recorder<HeardOfBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const rows = new Map<string, { heard: HeardOf; referral: Referral | null }>();
  for (const item of [...items].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const [person, by] = peopleOf(item);
    if (!person) continue;
    const { sourceId, signalId, at, signal } = item;
    const { way, words, via } = signal.body;
    const told = { sourceId, signalId, at };
    rows.set(thingKey(sourceId, signal.subjectKey), {
      heard: {
        ...told,
        ...{ customerId: person.customerId, sourceRecordId: person.sourceRecordId },
        id: newId(),
        sourceKey: signal.subjectKey,
        way,
        words: words ?? null,
        via,
      },
      // Whoever is named recommended us, whatever else was ticked.
      referral: by
        ? {
            ...told,
            ...{ customerId: by.customerId, sourceRecordId: by.sourceRecordId },
            id: newId(),
            sourceKey: referralKey(signal.subjectKey),
            channel: 'word-of-mouth',
            code: null,
            evidence: via,
            invitedRecordId: person.sourceRecordId,
            convertedAt: null,
          }
        : null,
    });
  }
  const heard = [...rows.values()];
  const written = await putHeardOf(
    tx,
    heard.map((one) => one.heard),
  );
  for (const { id, sourceId, sourceKey } of written) {
    const row = { ...rows.get(thingKey(sourceId, sourceKey))!.heard, id };
    tellTo([row], row.signalId, tellHeardOf(row), recorded);
  }
  const referrals = heard.flatMap(({ referral }) => referral ?? []);
  const known = new Map(
    referrals.map((referral) => [thingKey(referral.sourceId, referral.sourceKey), referral]),
  );
  const recommended = await putReferrals(tx, referrals);
  for (const { id, sourceId, sourceKey } of recommended) {
    const row = { ...known.get(thingKey(sourceId, sourceKey))!, id };
    tellTo([row], row.signalId, tellReferral(row), recorded);
  }
  const heardBy = new Map(heard.map((row) => [thingKey(row.heard.sourceId, row.heard.sourceKey), row.heard]));
  const moved = [
    ...movedAmong(written, heardBy, ({ sourceKey }) => ({ keys: [heardOfEntryKey(sourceKey)], about: null })),
    ...movedAmong(recommended, known, ({ sourceKey }) => ({
      keys: [referralEntryKey(sourceKey)],
      about: null,
    })),
  ];
  return { ...recorded, moved };
};

/** Somebody said how they heard of us. */
export const heardOfSignal: SignalKind<HeardOfBody> = {
  kind: 'heard-of',
  description:
    'How a customer heard of us. The first of `others` is who recommended us: an edge of the graph from them to the customer.',
  schema: heardOfBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'heard-of', subjectKeys);
    forgetRows(tx, HeardOfEntity, sourceId, subjectKeys);
    forgetRows(tx, ReferralEntity, sourceId, subjectKeys.map(referralKey));
  },
};
