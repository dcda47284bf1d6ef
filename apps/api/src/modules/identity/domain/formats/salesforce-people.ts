import {
  consentSaid,
  defineFormat,
  goneFromSalesforce,
  type PersonProfile,
  type RowReader,
  type Said,
  salesforceId,
  salesforceKey,
  salesforceTime,
} from '#modules/house';
import { personSaid } from './person-said.ts';

/** Salesforce Contact. */
export const salesforceContacts = defineFormat({
  name: 'salesforce-contacts',
  system: 'salesforce',
  label: 'Salesforce contacts',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [['Id'], ['LastName'], ['AccountId', 'ReportsToId', 'MailingCity', 'MailingStreet']],
    likes: ['FirstName', 'Email', 'MailingCity', 'Title', 'HasOptedOutOfEmail', 'LeadSource'],
    never: ['IsConverted', 'StageName', 'CaseNumber', 'WhoId'],
  },
  read(row) {
    const gone = goneFromSalesforce(row);
    if (gone) return gone;
    const id = salesforceId(row.need('missing-id', 'This contact has no Id', 'Id'));
    const account = salesforceKey(row, 'account', 'AccountId');
    const role = row.text('Title');
    return withChoices(row, id, `contact:${id}`, {
      address: addressOf(row, 'Mailing'),
      companies: account ? [{ key: account, ...(role ? { role } : {}) }] : [],
    });
  },
});

/** Salesforce Lead. A converted lead carries the id of the contact it became. */
export const salesforceLeads = defineFormat({
  name: 'salesforce-leads',
  system: 'salesforce',
  label: 'Salesforce leads',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [
      ['Id'],
      ['LastName'],
      ['IsConverted', 'ConvertedDate', 'ConvertedContactId'],
      ['Company', 'Status'],
    ],
    likes: ['FirstName', 'Email', 'LeadSource', 'Rating', 'HasOptedOutOfEmail'],
    never: ['StageName', 'CaseNumber'],
  },
  read(row) {
    const gone = goneFromSalesforce(row);
    if (gone) return gone;
    const id = salesforceId(row.need('missing-id', 'This lead has no Id', 'Id'));
    const contact = row.text('ConvertedContactId');
    const account = salesforceKey(row, 'account', 'ConvertedAccountId');
    const name = row.text('Company');
    const role = row.text('Title');
    return withChoices(row, contact ? salesforceId(contact) : id, `lead:${id}`, {
      address: addressOf(row, ''),
      lifecycle: row.text('Status'),
      companies:
        name || account
          ? [{ ...(account ? { key: account } : {}), ...(name ? { name } : {}), ...(role ? { role } : {}) }]
          : [],
    });
  },
});

interface Particulars {
  address: PersonProfile;
  lifecycle?: string | undefined;
  companies: NonNullable<Said['companies']>;
}

/** The person, and what they asked not to get: an opt-out is a withdrawal, its absence says nothing. */
function withChoices(row: RowReader, handle: string, key: string, about: Particulars): Said[] {
  const at = salesforceTime(row);
  const noMail = row.flag('HasOptedOutOfEmail');
  const noCalls = row.flag('DoNotCall');
  const person = personSaid(row, {
    key,
    at,
    emails: row.emails('Email'),
    phones: row.texts('Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'),
    handles: [{ kind: 'salesforce', value: handle }],
    profile: {
      fullName: row.text('Name'),
      givenName: row.text('FirstName'),
      familyName: row.text('LastName'),
      nameSuffix: row.text('Suffix'),
      jobTitle: row.text('Title'),
      birthDate: row.day('Birthdate'),
      ownerName: row.text('Owner.Name', 'Owner Name'),
      lifecycle: about.lifecycle,
      ...about.address,
      extra: row.extra(),
    },
    companies: about.companies,
  });
  const withdrawn = (channel: string) => consentSaid({ key }, key, 'withdrawn', at, { channel });
  return [person, ...(noMail ? [withdrawn('email')] : []), ...(noCalls ? [withdrawn('phone')] : [])];
}

const addressOf = (row: RowReader, where: string): PersonProfile => ({
  street: row.text(`${where}Street`),
  city: row.text(`${where}City`),
  region: row.text(`${where}State`),
  postcode: row.text(`${where}PostalCode`),
  country: row.text(`${where}Country`),
});
