import type { CompanyRef, PersonRef } from '../signal.ts';
import type { RowReader } from './row-reader.ts';
import { type Skipped, skip } from './skip.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** A Salesforce id in its form of 18 characters: the last three say which of the 15 are capitals. Other texts stay as they are. */
export function salesforceId(id: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  let suffix = '';
  for (const part of [id.slice(0, 5), id.slice(5, 10), id.slice(10)]) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(part[at]!)) bits |= 1 << at;
    suffix += alphabet[bits];
  }
  return id + suffix;
}

/** The key of a Salesforce record of which a row gives the id, if it does. */
export function salesforceKey(row: RowReader, object: string, ...names: string[]): string | undefined {
  const id = row.text(...names);
  return id === undefined ? undefined : `${object}:${salesforceId(id)}`;
}

/** Why a record of Salesforce is passed over: it was deleted there, or merged into another. */
export function goneFromSalesforce(row: RowReader): Skipped | undefined {
  const master = row.text('MasterRecordId');
  if (master) return skip('merged-there', { system: 'Salesforce', into: salesforceId(master) });
  return row.flag('IsDeleted') ? skip('deleted-there', { system: 'Salesforce' }) : undefined;
}

/** The contact and the account that a record of Salesforce hangs on, where it names them. */
export function salesforceLinks(row: RowReader): { person?: PersonRef; companies: CompanyRef[] } {
  const contact = salesforceKey(row, 'contact', 'ContactId', 'PrimaryContactId');
  const account = salesforceKey(row, 'account', 'AccountId');
  return { ...(contact ? { person: { key: contact } } : {}), companies: account ? [{ key: account }] : [] };
}

/** When a record of Salesforce was last changed, or else made. */
export const salesforceTime = (row: RowReader): string | undefined =>
  row.moment('LastModifiedDate', 'SystemModstamp', 'CreatedDate');
