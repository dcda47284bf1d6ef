import { newId } from '#kernel/id';
import { peopleOf, type Recorder, type SignalKind } from '#modules/house';
import { deleteCaseEvents, putCaseEvents } from './data/case-events.ts';
import { type CaseEventBody, caseEventBody } from './domain/read-case-event-signal.ts';

const record: Recorder<CaseEventBody> = async (tx, items) => {
  const events = new Map(
    items.map((item) => {
      const { sourceId, signalId, at, signal } = item;
      const [person] = peopleOf(item);
      const { body, subjectKey: sourceKey } = signal;
      return [
        `${sourceId} ${sourceKey}`,
        {
          id: newId(),
          sourceId,
          sourceKey,
          caseKey: body.caseKey,
          customerId: person?.customerId ?? null,
          sourceRecordId: person?.sourceRecordId ?? null,
          activity: body.activity,
          form: body.form,
          actor: body.actor,
          channel: body.channel ?? null,
          owner: body.owner ?? null,
          solves: body.solves,
          place: body.place ?? null,
          attributes: body.attributes ?? {},
          at,
          signalId,
        },
      ];
    }),
  );
  await putCaseEvents(tx, [...events.values()]);
  return { entries: [], facts: [] };
};

/** One step of a case, as a log tells it. */
export const caseEventSignal: SignalKind<CaseEventBody> = {
  kind: 'case-event',
  description: 'One step of a case, as an event log tells it: what happened, when, and who had it.',
  schema: caseEventBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await deleteCaseEvents(tx, sourceId, subjectKeys);
  },
};
