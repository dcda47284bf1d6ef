import { toDay } from '../calendar.ts';
import type { Company } from '../companies.ts';
import type { Cell } from '../files/csv-file.ts';
import { international } from '../people/noise.ts';
import { COUNTRIES } from '../people/person.ts';
import type { Sighting } from '../people/sight.ts';
import { Random } from '../random.ts';
import { STAFF } from '../staff.ts';
import { accountId, contactId, loader, type SalesforceRow, weekly } from './salesforce-stamps.ts';
import { type Life, ofKind } from './writer.ts';

const norda = STAFF.filter(({ team }) => team === 'norda');

/** A contact as Salesforce knows them. */
export function contactRow(
  seed: number,
  { person, company, happenings }: Life,
  seen: Sighting,
): SalesforceRow<'contacts'> {
  const random = new Random(seed, 'salesforce', person.number);
  const owner = random.pick(norda).salesforceNumber;
  const last = Math.max(0, ...ofKind(happenings, 'activity').map(({ at }) => at));
  const phones: Record<string, Cell> = seen.phone
    ? {
        [random.weighted([
          ['Phone', 6],
          ['MobilePhone', 2],
          ['HomePhone', 1],
        ])]: seen.phone,
      }
    : {};
  return {
    ...weekly(seen.since, Math.max(seen.since, last), owner),
    ...phones,
    Id: contactId(person),
    IsDeleted: 0,
    AccountId: company?.inSalesforce ? accountId(company) : '',
    LastName: seen.last || seen.first,
    FirstName: seen.last ? seen.first : '',
    Salutation: random.chance(0.4) ? (person.gender === 'f' ? 'Ms.' : 'Mr.') : '',
    Name: `${seen.first} ${seen.last}`.trim(),
    MailingStreet: random.chance(0.5) ? person.street : '',
    MailingCity: person.city,
    MailingPostalCode: person.postcode,
    MailingCountry: COUNTRIES[person.language],
    Email: seen.email,
    Title: person.jobTitle,
    LeadSource: random.weighted([
      ['Web', 3],
      ['Trade Show', 2],
      ['', 3],
      ['Word of mouth', 1],
    ]),
    HasOptedOutOfEmail: random.chance(0.06) ? 1 : 0,
    HasOptedOutOfFax: 0,
    DoNotCall: random.chance(0.04) ? 1 : 0,
    LastActivityDate: last ? toDay(last) : '',
  };
}

/** An account. */
export function accountRow(company: Company): SalesforceRow<'accounts'> {
  return {
    ...loader(company.since, company.since, norda[0]!.salesforceNumber),
    ID: accountId(company),
    ISDELETED: false,
    NAME: company.name,
    BILLINGCITY: company.city,
    BILLINGCOUNTRY: company.country,
    PHONE: international(company.phone),
    WEBSITE: `https://www.${company.domain}`,
    INDUSTRY: company.industry,
    ORACLE_ID__C: `N-${4000 + company.number}`,
  };
}
