import { toDay, toSecond, toZuluMillis } from '../calendar.ts';
import type { Company } from '../companies.ts';
import type { Activity, Deal, ToDo } from '../life/happening.ts';
import { salesforceId } from './salesforce-id.ts';
import { accountId, contactId, loader, type SalesforceRow, weekly } from './salesforce-stamps.ts';
import type { Life } from './writer.ts';

/** Norda's stages, each with its probability and forecast. */
const STAGES: Readonly<Record<Deal['stage'], readonly [string, number, string]>> = {
  appointment: ['Prospecting', 10, 'Pipeline'],
  qualified: ['Qualification', 20, 'Pipeline'],
  presentation: ['Proposal/Price Quote', 65, 'Best Case'],
  contract: ['Negotiation/Review', 85, 'Commit'],
  won: ['Closed Won', 100, 'Closed'],
  lost: ['Closed Lost', 0, 'Omitted'],
};

/** An opportunity of a company, by its number. */
export function opportunityRow(
  number: number,
  deal: Deal,
  company: Company | undefined,
): SalesforceRow<'opportunities'> {
  const [STAGENAME, probability, FORECASTCATEGORY] = STAGES[deal.stage];
  const quarter = Math.floor(new Date(deal.closeAt).getUTCMonth() / 3) + 1;
  const year = new Date(deal.closeAt).getUTCFullYear();
  return {
    ...loader(deal.at, deal.touchedAt, deal.owner.salesforceNumber),
    ID: salesforceId('006', number),
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
  };
}

/** A call or a meeting, by its number. */
export function taskRow(
  number: number,
  activity: Activity,
  { person, company }: Life,
): SalesforceRow<'tasks'> {
  const call = activity.form === 'Call';
  const ended = activity.at + activity.seconds * 1000;
  return {
    ...weekly(activity.at, ended, activity.owner.salesforceNumber),
    Id: salesforceId('00T', number),
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
    CallMoments__c: activity.stretches ? JSON.stringify(activity.stretches) : '',
  };
}

/** Something to do or done, by its number. */
export function toDoRow(number: number, toDo: ToDo, { person, company }: Life): SalesforceRow<'toDo'> {
  const account = company?.inSalesforce ? accountId(company) : '';
  return {
    ...loader(toDo.at, toDo.doneAt ?? toDo.at, toDo.owner.salesforceNumber),
    // Behind the numbers of what was logged.
    ID: salesforceId('00T', 500_000 + number),
    ISDELETED: false,
    WHOID: contactId(person),
    WHATID: account,
    SUBJECT: toDo.subject,
    ACTIVITYDATE: toDo.dueAt === undefined ? '' : toDay(toDo.dueAt),
    STATUS: toDo.doneAt === undefined ? 'Not Started' : 'Completed',
    PRIORITY: 'Normal',
    'OWNER.NAME': toDo.owner.name,
    ACCOUNTID: account,
    ISCLOSED: toDo.doneAt !== undefined,
    TASKSUBTYPE: 'Task',
    COMPLETEDDATETIME: toDo.doneAt === undefined ? '' : toZuluMillis(toDo.doneAt),
  };
}
