import { newId } from '#kernel/id';
import { readCountry } from '#kernel/read-country';
import type { Tx } from '#platform/database';
import { holdStill, lockThings } from './data/locks.ts';
import { writeIdentifiers } from './data/write-people.ts';
import { writeSaid } from './data/write-said.ts';
import { identifierKey, readIdentifiers } from './domain/identifiers.ts';
import { absorb, pointersOf, type Statement } from './domain/statement.ts';
import { keepRecordsFindable } from './keep-findable.ts';
import { evidenceOf, type KnownRecord } from './known-record.ts';
import { refreshCustomers } from './refresh-customers.ts';
import { stewardRecords } from './steward-records.ts';

/**
 * Writes what a person here says about customers: on each one's own record, whose word counts before every source. The
 * statement may depend on what was said before. Returns the live ids of those it concerned, by the id that was asked for.
 */
export async function sayAsSteward(
  tx: Tx,
  customerIds: readonly string[],
  say: (before: KnownRecord) => Statement,
): Promise<Map<string, string>> {
  await holdStill(tx);
  const stewards = await stewardRecords(tx, customerIds);
  const at = new Date().toISOString();
  const records = new Map<string, KnownRecord>();
  for (const stored of stewards.values())
    records.set(stored.recordId, {
      ...stored,
      isNew: false,
      before: stored.current,
      evidence: evidenceOf(stored),
    });
  const versions: { id: string; recordId: string; at: string; statement: Statement }[] = [];
  const pointed: string[] = [];
  for (const record of records.values()) {
    const statement = say(record);
    const told = absorb(record.current, statement, at);
    if (!told.changed) continue;
    record.current = told.current;
    record.evidence = evidenceOf(record);
    const country = readCountry(record.current.values.country);
    pointed.push(...readIdentifiers(pointersOf(statement), country).map(identifierKey));
    versions.push({ id: newId(), recordId: record.recordId, at, statement });
  }
  if (versions.length > 0) {
    if (pointed.length > 0) await lockThings(tx, pointed);
    const changed = versions.map(({ recordId }) => records.get(recordId)!);
    await writeSaid(tx, changed, versions);
    await writeIdentifiers(tx, [], changed);
    await keepRecordsFindable(tx, changed);
    await refreshCustomers(
      tx,
      changed.map(({ customerId }) => customerId),
    );
  }
  return new Map([...stewards].map(([askedId, { customerId }]) => [askedId, customerId]));
}
