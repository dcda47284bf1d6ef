import { join } from 'node:path';
import { toDay, toSecond, toZuluMillis } from '../calendar.ts';
import type { Company } from '../companies.ts';
import { type Cell, CsvFile } from '../files/csv-file.ts';
import type { Activity, Deal } from '../life/happening.ts';
import { international } from '../people/noise.ts';
import { COUNTRIES, type Person } from '../people/person.ts';
import { sight } from '../people/sight.ts';
import { Random } from '../random.ts';
import { STAFF } from '../staff.ts';
import { SALESFORCE_COLUMNS as COLUMNS } from './salesforce-columns.ts';
import { salesforceId } from './salesforce-id.ts';
import { type Desk, type Life, ofKind, type SystemWriter } from './writer.ts';

/** Norda's stages, each with its probability and forecast. */
const STAGES: Readonly<Record<Deal['stage'], readonly [string, number, string]>> = {
  appointment: ['Prospecting', 10, 'Pipeline'],
  qualified: ['Qualification', 20, 'Pipeline'],
  presentation: ['Proposal/Price Quote', 65, 'Best Case'],
  contract: ['Negotiation/Review', 85, 'Commit'],
  won: ['Closed Won', 100, 'Closed'],
  lost: ['Closed Lost', 0, 'Omitted'],
};
const norda = STAFF.filter(({ team }) => team === 'norda');
const ownerId = (number: number): string => salesforceId('005', number);
const accountId = (company: Company): string => salesforceId('001', 1000 + company.number);
const contactId = (person: Person): string => salesforceId('003', 1000 + person.number);

/** Salesforce, which Norda Audio brought along when it was bought: accounts, contacts, opportunities, calls and meetings. */
export async function openSalesforce({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const open = async <Kind extends keyof typeof COLUMNS>(kind: Kind, happened: boolean) => {
    const path = join(folder, `salesforce-${kind}.csv`);
    const csv = await CsvFile.create<(typeof COLUMNS)[Kind][number]>(path, COLUMNS[kind], 'always');
    return { path, source: 'salesforce', kind, csv, file: csv.file, happened } as const;
  };
  const accounts = await open('accounts', false);
  const contacts = await open('contacts', false);
  const opportunities = await open('opportunities', true);
  const tasks = await open('tasks', true);
  let opportunityNumber = 1000;
  let taskNumber = 1000;

  const loader = (created: number, changed: number, owner: number) => ({
    OWNERID: ownerId(owner),
    CREATEDDATE: toZuluMillis(created),
    CREATEDBYID: ownerId(owner),
    LASTMODIFIEDDATE: toZuluMillis(changed),
    LASTMODIFIEDBYID: ownerId(owner),
    SYSTEMMODSTAMP: toZuluMillis(changed),
  });
  const weekly = (created: number, changed: number, owner: number) => ({
    OwnerId: ownerId(owner),
    CreatedDate: toSecond(created),
    CreatedById: ownerId(owner),
    LastModifiedDate: toSecond(changed),
    LastModifiedById: ownerId(owner),
    SystemModstamp: toSecond(changed),
  });

  const addContact = async ({ person, company, happenings }: Life): Promise<void> => {
    const seen = sight(world.seed, person, 'salesforce', world.today);
    const random = new Random(world.seed, 'salesforce', person.number);
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
    await contacts.csv.add({
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
    });
    await truth.tell('salesforce', 'contact', contactId(person), person);
  };

  const addOpportunity = (deal: Deal, company: Company | undefined): Promise<void> => {
    const [STAGENAME, probability, FORECASTCATEGORY] = STAGES[deal.stage];
    const quarter = Math.floor(new Date(deal.closeAt).getUTCMonth() / 3) + 1;
    const year = new Date(deal.closeAt).getUTCFullYear();
    return opportunities.csv.add({
      ...loader(deal.at, deal.touchedAt, deal.owner.salesforceNumber),
      ID: salesforceId('006', ++opportunityNumber),
      ISDELETED: false,
      ACCOUNTID: company?.inSalesforce ? accountId(company) : '',
      NAME: deal.name,
      STAGENAME,
      AMOUNT: deal.amount.toFixed(1),
      PROBABILITY: probability.toFixed(1),
      EXPECTEDREVENUE: ((deal.amount * probability) / 100).toFixed(1),
      CLOSEDATE: toDay(deal.closeAt),
      TYPE: 'Opportunity',
      ISCLOSED: deal.stage === 'won' || deal.stage === 'lost',
      ISWON: deal.stage === 'won',
      FORECASTCATEGORY,
      HASOPPORTUNITYLINEITEM: false,
      LASTACTIVITYDATE: toDay(deal.touchedAt),
      FISCALQUARTER: quarter,
      FISCALYEAR: year,
      FISCAL: `${year} ${quarter}`,
    });
  };

  const addTask = (activity: Activity, { person, company }: Life): Promise<void> => {
    const call = activity.form === 'Call';
    const ended = activity.at + activity.seconds * 1000;
    return tasks.csv.add({
      ...weekly(activity.at, ended, activity.owner.salesforceNumber),
      Id: salesforceId('00T', ++taskNumber),
      IsDeleted: 0,
      WhoId: contactId(person),
      WhatId: company?.inSalesforce ? accountId(company) : '',
      Subject: activity.subject,
      ActivityDate: toDay(activity.at),
      Status: 'Completed',
      Priority: 'Normal',
      IsHighPriority: 0,
      Description: activity.note,
      Type: activity.form,
      AccountId: company?.inSalesforce ? accountId(company) : '',
      IsClosed: 1,
      CallDurationInSeconds: call ? activity.seconds : '',
      CallType: call ? (activity.inbound ? 'Inbound' : 'Outbound') : '',
      TaskSubtype: call ? 'Call' : 'Task',
      CompletedDateTime: toSecond(ended),
    });
  };

  return {
    files: [accounts, contacts, opportunities, tasks],
    async meet(life) {
      if (!life.person.systems.includes('salesforce')) return;
      await addContact(life);
      for (const deal of ofKind(life.happenings, 'deal').filter((each) => each.in === 'salesforce'))
        await addOpportunity(deal, life.company);
      for (const activity of ofKind(life.happenings, 'activity')) await addTask(activity, life);
    },
    async know(company) {
      if (!company.inSalesforce) return;
      await accounts.csv.add({
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
      });
    },
  };
}
