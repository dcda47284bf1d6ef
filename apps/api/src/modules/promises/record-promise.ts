import { newId } from '#kernel/id';
import {
  type Moved,
  movedBetween,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { untell } from '#modules/timeline';
import { deletePromises, lockPromises, putPromises } from './data/promises.ts';
import { type GivenPromise, mergePromise, promiseEntryKeys, tellPromise } from './domain/promise.ts';
import { type PromiseBody, promiseBody } from './domain/read-promise-signal.ts';

const record: Recorder<PromiseBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const locked = await lockPromises(
    tx,
    items.map(({ sourceId, signal }) => ({ sourceId, sourceKey: signal.subjectKey })),
  );
  const promises = new Map<string, GivenPromise>(
    locked.map((promise) => [thingKey(promise.sourceId, promise.sourceKey), promise]),
  );
  const moved: Moved[] = [];
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { sourceId, signalId, at } = item;
    const { body, subjectKey: sourceKey } = item.signal;
    const key = thingKey(sourceId, sourceKey);
    const before = promises.get(key);
    const promise = mergePromise(before, {
      id: newId(),
      sourceId,
      sourceKey,
      body,
      ...person,
      at,
      signalId,
    });
    promises.set(key, promise);
    moved.push(...movedBetween(before, promise, { keys: promiseEntryKeys(sourceKey), about: null }));
    tellTo([promise], signalId, tellPromise(promise), recorded);
  }
  await putPromises(tx, [...promises.values()]);
  // An older word that names somebody else still says something of the thing, and so of whose it is.
  return { ...recorded, concerned: [...promises.values()].map(({ customerId }) => customerId), moved };
};

/** Something we said we would do for a customer, and what became of it. */
export const promiseSignal: SignalKind<PromiseBody> = {
  kind: 'promise',
  description: 'What one of us promised a customer: what, by when, and whether it was kept.',
  schema: promiseBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await untell(tx, sourceId, 'promise', subjectKeys);
    await deletePromises(tx, sourceId, subjectKeys);
  },
};
