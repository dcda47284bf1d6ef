import { announce } from '#modules/changes';
import { summarise } from '#modules/customers';
import { type LocatedPerson, type Recorded, type Telling, tellTo } from '#modules/house';
import { tell, timelineSummary, untellEntries } from '#modules/timeline';
import type { Tx } from '#platform/database';

/** Tells the timeline what somebody did here, or takes back what it no longer says, and wakes whoever watches. */
export async function announceActivity(
  tx: Tx,
  whose: LocatedPerson,
  kind: 'note' | 'task',
  telling: Telling,
  entryKey: string,
): Promise<void> {
  const recorded: Recorded = { entries: [], facts: [] };
  tellTo([whose], null, telling, recorded);
  if (recorded.entries.length > 0) await tell(tx, recorded.entries);
  else await untellEntries(tx, [entryKey], [whose.sourceRecordId]);
  summarise(tx, [timelineSummary], [whose.customerId]);
  await announce(tx, [whose.customerId], [kind]);
}
