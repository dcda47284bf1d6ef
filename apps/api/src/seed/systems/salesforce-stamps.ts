import { toSecond, toZuluMillis } from '../calendar.ts';
import type { Company } from '../companies.ts';
import type { Cell } from '../files/csv-file.ts';
import type { Person } from '../people/person.ts';
import type { SALESFORCE_COLUMNS } from './salesforce-columns.ts';
import { salesforceId } from './salesforce-id.ts';

/** A row of one of Salesforce's files. */
export type SalesforceRow<Kind extends keyof typeof SALESFORCE_COLUMNS> = Partial<
  Record<(typeof SALESFORCE_COLUMNS)[Kind][number], Cell>
>;

const ownerId = (number: number): string => salesforceId('005', number);
/** Salesforce's id of a company. */
export const accountId = (company: Company): string => salesforceId('001', 1000 + company.number);
/** Salesforce's id of a contact. */
export const contactId = (person: Person): string => salesforceId('003', 1000 + person.number);

/** Who made and changed a record and when, as the Data Loader writes it. */
export const loader = (created: number, changed: number, owner: number) => ({
  OWNERID: ownerId(owner),
  CREATEDDATE: toZuluMillis(created),
  CREATEDBYID: ownerId(owner),
  LASTMODIFIEDDATE: toZuluMillis(changed),
  LASTMODIFIEDBYID: ownerId(owner),
  SYSTEMMODSTAMP: toZuluMillis(changed),
});
/** The same as the weekly export writes it. */
export const weekly = (created: number, changed: number, owner: number) => ({
  OwnerId: ownerId(owner),
  CreatedDate: toSecond(created),
  CreatedById: ownerId(owner),
  LastModifiedDate: toSecond(changed),
  LastModifiedById: ownerId(owner),
  SystemModstamp: toSecond(changed),
});
