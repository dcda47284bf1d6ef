import { newId } from '#kernel/id';
import { peopleOf, type Recorded, type Recorder, type SignalKind, tellTo } from '#modules/house';
import { takeBack } from '#modules/journey';
import { appendConsents, deleteConsentsOf } from './data/consent-entries.ts';
import { type ConsentEntry, consentEntryKey, tellConsent } from './domain/consent.ts';
import { type ConsentBody, consentBody } from './domain/read-consent-signal.ts';

const record: Recorder<ConsentBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const ledger = new Map<string, ConsentEntry>();
  for (const item of items) {
    const { body, subjectKey } = item.signal;
    const entryKey = consentEntryKey(subjectKey, body, item.at);
    const [person] = peopleOf(item);
    if (!person) continue;
    ledger.set(`${person.sourceRecordId} ${entryKey}`, {
      id: newId(),
      ...person,
      sourceId: item.sourceId,
      entryKey,
      purpose: body.purpose,
      channel: body.channel,
      state: body.state,
      at: item.at,
      wording: body.wording ?? null,
      evidence: body.evidence ?? {},
      signalId: item.signalId,
    });
    tellTo([person], item.signalId, tellConsent(entryKey, body, item.at), recorded);
  }
  await appendConsents(tx, [...ledger.values()]);
  return recorded;
};

/** Somebody agreed to be contacted, or no longer wants to be. */
export const consentSignal: SignalKind<ConsentBody> = {
  kind: 'consent',
  description: 'Somebody agreed to be contacted for a purpose on a channel, or withdrew it.',
  schema: consentBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'consent', subjectKeys);
    await deleteConsentsOf(tx, sourceId, subjectKeys);
  },
};
