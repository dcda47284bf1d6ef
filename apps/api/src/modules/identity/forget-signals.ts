import { groupBy } from '#kernel/batch';
import { refreshMainCompanies, writeCompanies } from '#modules/customers';
import type { Tx } from '#platform/database';
import { writeAffiliationsOf } from './change-affiliation.ts';
import { affiliationsSaidHere, customersOfAffiliations, lockAffiliations } from './data/affiliations.ts';
import { recordsOfCompanies, updateCompanyRecords } from './data/companies.ts';
import {
  dropVersions,
  recordsTouchedBy,
  remainingVersions,
  removeEmptyCompanies,
  removeEmptyCustomers,
  removeSilentRecords,
} from './data/forgetting.ts';
import { lockEverybody } from './data/locks.ts';
import { recordsOfCustomers } from './data/read-people.ts';
import { writeIdentifiers } from './data/write-people.ts';
import { writeSaid } from './data/write-said.ts';
import { type PlaceSaid, saidOf, sayAgain as sayPlacesAgain } from './domain/affiliation.ts';
import { chooseCompany } from './domain/company.ts';
import { absorb, type Current, nothingSaid } from './domain/statement.ts';
import { keepRecordsFindable } from './keep-findable.ts';
import { evidenceOf } from './known-record.ts';
import { refreshCustomers } from './refresh-customers.ts';

/**
 * Takes back what these signals said of people and companies: their versions go, what remains is folded again, and records,
 * customers and companies of which nothing remains go away. Comes after the subjects have taken back what hung on them. Returns
 * the customers that were touched and still exist, and what people of ours said of places in companies: for `sayOfPlacesAgain`, when
 * what remains has been told again.
 */
export async function forgetSignals(
  tx: Tx,
  signalIds: readonly string[],
): Promise<{ customerIds: string[]; placesSaid: PlaceSaid[] }> {
  if (signalIds.length === 0) return { customerIds: [], placesSaid: [] };
  await lockEverybody(tx);
  const touched = await recordsTouchedBy(tx, signalIds);
  const recordIds = touched.map(({ recordId }) => recordId);
  const placesSaid = (await affiliationsSaidHere(tx, recordIds)).flatMap((row) => saidOf(row) ?? []);
  await dropVersions(tx, signalIds, recordIds);
  const gone = new Set(await removeSilentRecords(tx, recordIds, signalIds));
  const stays = recordIds.filter((id) => !gone.has(id));
  const versions = groupBy(await remainingVersions(tx, stays), ({ recordId }) => recordId);
  const folded = new Map(
    stays.map((id) => [
      id,
      (versions.get(id) ?? []).reduce<Current>(
        (current, { at, statement }) => absorb(current, statement, at.toISOString()).current,
        nothingSaid,
      ),
    ]),
  );
  const customerIds = [...new Set(touched.flatMap(({ customerId }) => customerId ?? []))];
  await sayAgain(tx, customerIds, folded);
  const still = await removeEmptyCustomers(tx, customerIds);
  await refreshCustomers(tx, still);
  const companyIds = [...new Set(touched.flatMap(({ companyId }) => companyId ?? []))];
  await sayAgainOfCompanies(tx, companyIds, folded);
  await refreshMainCompanies(tx, still, companyIds);
  return { customerIds: still, placesSaid };
}

/** Says once more what people of ours had said of places in companies, where somebody still tells of these. */
export async function sayOfPlacesAgain(tx: Tx, said: readonly PlaceSaid[]): Promise<void> {
  if (said.length === 0) return;
  for (const customerId of await customersOfAffiliations(tx, said)) {
    const before = await lockAffiliations(tx, customerId);
    await writeAffiliationsOf(tx, customerId, before, sayPlacesAgain(before, said));
  }
}

/** Writes what records of people say now that something was taken back. */
async function sayAgain(
  tx: Tx,
  customerIds: readonly string[],
  folded: ReadonlyMap<string, Current>,
): Promise<void> {
  const changed = (await recordsOfCustomers(tx, customerIds)).flatMap((stored) => {
    const current = folded.get(stored.recordId);
    if (!current) return [];
    const record = { ...stored, current };
    return [{ ...record, evidence: evidenceOf(record) }];
  });
  await writeSaid(tx, changed, []);
  await writeIdentifiers(tx, [], changed);
  await keepRecordsFindable(tx, changed);
}

async function sayAgainOfCompanies(
  tx: Tx,
  companyIds: readonly string[],
  folded: ReadonlyMap<string, Current>,
): Promise<void> {
  await removeEmptyCompanies(tx, companyIds);
  const records = (await recordsOfCompanies(tx, companyIds)).map((record) => ({
    ...record,
    current: folded.get(record.recordId) ?? record.current,
  }));
  await updateCompanyRecords(
    tx,
    records.filter(({ recordId }) => folded.has(recordId)),
  );
  const byCompany = groupBy(records, ({ companyId }) => companyId);
  await writeCompanies(
    tx,
    [...byCompany].map(([id, witnesses]) => ({ id, ...chooseCompany(witnesses) })),
  );
}
