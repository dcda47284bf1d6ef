import {
  defineFormat,
  goneFromSalesforce,
  type RowReader,
  salesforceKey,
  salesforceTime,
} from '#modules/house';
import { companySaid, domainOf } from './person-said.ts';

/** Salesforce Account, as the Data Loader, the weekly export and warehouses write it, and as files for an upsert name it. */
export const salesforceAccounts = defineFormat({
  name: 'salesforce-accounts',
  system: 'salesforce',
  label: 'Salesforce accounts',
  order: 10,
  marks: {
    needs: [
      ['Name'],
      ['Id', /_id__c$/i],
      ['BillingStreet', 'BillingCity', 'BillingCountry', 'ShippingCity', 'TickerSymbol', /__c$/i],
    ],
    likes: ['BillingCity', 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Website', 'MasterRecordId'],
    never: ['LastName', 'FirstName', 'Email', 'StageName', 'CaseNumber', 'WhoId'],
  },
  read(row) {
    const gone = goneFromSalesforce(row);
    if (gone) return gone;
    const name = row.text('Name');
    const website = row.text('Website');
    const domain = domainOf(website);
    return companySaid(row, {
      key: salesforceKey(row, 'account', 'Id') ?? externalKey(row),
      at: salesforceTime(row),
      ...(name ? { name } : {}),
      ...(domain ? { domain } : {}),
      profile: {
        name,
        domain,
        website,
        industry: row.text('Industry'),
        phone: row.text('Phone'),
        street: row.text('BillingStreet', 'ShippingStreet'),
        city: row.text('BillingCity', 'ShippingCity'),
        region: row.text('BillingState', 'ShippingState'),
        postcode: row.text('BillingPostalCode', 'ShippingPostalCode'),
        country: row.text('BillingCountry', 'ShippingCountry'),
        ownerName: row.text('Owner.Name', 'Owner Name'),
        extra: row.extra(),
      },
    });
  },
});

/** Files for an upsert know a record by an id of another system, in a column of its own (`ORACLE_ID__C`). */
function externalKey(row: RowReader): string {
  const column = row.header.columns.find((name) => /_id__c$/i.test(name));
  const id = column && row.text(column);
  return id
    ? `account:${column.toLowerCase()}:${id}`
    : row.refuse('missing-id', 'This account has neither an Id nor an external id');
}
