import { announce } from '#modules/changes';
import { summarise } from '#modules/customers';
import { type Recorded, tellTo } from '#modules/house';
import { tell, timelineSummary, untellEntries } from '#modules/timeline';
import type { Tx } from '#platform/database';
import { type GivenPromise, promiseEntryKeys, tellPromise } from './domain/promise.ts';

/** Tells the timeline how a promise stands now, takes back what it no longer says, and wakes whoever watches. */
export async function announcePromise(tx: Tx, promise: GivenPromise): Promise<void> {
  const recorded: Recorded = { entries: [], facts: [] };
  tellTo([promise], null, tellPromise(promise), recorded);
  const said = new Set(recorded.entries.map(({ entryKey }) => entryKey));
  const unsaid = promiseEntryKeys(promise.sourceKey).filter((key) => !said.has(key));
  if (recorded.entries.length > 0) await tell(tx, recorded.entries);
  if (unsaid.length > 0) await untellEntries(tx, unsaid, [promise.sourceRecordId]);
  summarise(tx, [timelineSummary], [promise.customerId]);
  await announce(tx, [promise.customerId], ['promise']);
}
