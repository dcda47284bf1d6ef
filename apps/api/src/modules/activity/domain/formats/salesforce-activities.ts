import {
  defineFormat,
  goneFromSalesforce,
  type RowReader,
  type Said,
  salesforceId,
  salesforceKey,
  salesforceTime,
} from '#modules/house';
import { type SpokenMoment, spokenMoment } from '../read-interaction-signal.ts';

/** Salesforce Task and Event: calls, mails and meetings that were logged, and what is still to do. */
export const salesforceActivities = defineFormat({
  name: 'salesforce-activities',
  system: 'salesforce',
  label: 'Salesforce tasks and events',
  order: 50,
  marks: {
    needs: [['Id'], ['WhoId'], ['Subject'], ['ActivityDate', 'StartDateTime']],
    likes: [
      'WhatId',
      'Status',
      'Priority',
      'CallType',
      'CallDurationInSeconds',
      'TaskSubtype',
      'Description',
    ],
  },
  read(row) {
    const gone = goneFromSalesforce(row);
    if (gone) return gone;
    const id = salesforceId(row.need('missing-id', 'This activity has no Id', 'Id'));
    const who =
      row.text('WhoId') ?? row.refuse('no-person', 'This activity names no contact and no lead', 'WhoId');
    const account = salesforceKey(row, 'account', 'AccountId');
    const about = {
      subjectKey: `activity:${id}`,
      person: { key: `${who.startsWith('00Q') ? 'lead' : 'contact'}:${salesforceId(who)}` },
      companies: account ? [{ key: account }] : [],
    };
    const channel = channelOf(row);
    const isDone = row.flag('IsClosed') ?? row.text('Status')?.toLowerCase() === 'completed';
    return channel && (isDone || channel === 'meeting')
      ? logged(row, about, channel)
      : toDo(row, about, isDone);
  },
});

type About = Pick<Said, 'subjectKey' | 'person' | 'companies'>;

function channelOf(row: RowReader): string | undefined {
  if (row.text('StartDateTime')) return 'meeting';
  const kind = `${row.text('TaskSubtype') ?? ''} ${row.text('Type') ?? ''}`.toLowerCase();
  if (/call/.test(kind) || row.text('CallType')) return 'phone';
  if (/e-?mail/.test(kind)) return 'email';
  return /meeting|visit/.test(kind) ? 'meeting' : undefined;
}

function logged(row: RowReader, about: About, channel: string): Said {
  const direction = row.text('CallType')?.toLowerCase();
  const minutes = row.number('DurationInMinutes');
  const seconds = row.number('CallDurationInSeconds') ?? (minutes === undefined ? undefined : minutes * 60);
  return {
    kind: 'interaction',
    ...about,
    at: row.moment('StartDateTime') ?? row.moment('CreatedDate', 'ActivityDate'),
    body: {
      channel,
      direction: direction === 'inbound' || direction === 'outbound' ? direction : undefined,
      department: 'sales',
      subject: row.brief(500, 'Subject'),
      text: row.text('Description'),
      durationSeconds:
        seconds === undefined || seconds < 0 ? undefined : Math.min(31_536_000, Math.round(seconds)),
      outcome: row.brief(200, 'CallDisposition'),
      agentName: row.brief(200, 'Owner.Name', 'Owner Name'),
      moments: momentsOf(row),
    },
  };
}

/** Call analytics write what they measured into a field of the company's own: a JSON list of stretches. */
function momentsOf(row: RowReader): SpokenMoment[] | undefined {
  const told = row.text('CallMoments__c', 'Call_Moments__c');
  if (!told) return undefined;
  try {
    return spokenMoment.array().max(200).parse(JSON.parse(told));
  } catch {
    return row.refuse('bad-moments', 'The moments of this call are no list of stretches', 'CallMoments__c');
  }
}

function toDo(row: RowReader, about: About, isDone: boolean): Said {
  return {
    kind: 'task',
    ...about,
    at: salesforceTime(row),
    body: {
      title: row.brief(500, 'Subject') ?? 'Task',
      detail: row.brief(20_000, 'Description'),
      dueOn: row.day('ActivityDate'),
      doneAt: isDone ? row.moment('CompletedDateTime', 'LastModifiedDate', 'ActivityDate') : undefined,
      assigneeName: row.brief(200, 'Owner.Name', 'Owner Name'),
      createdAt: row.moment('CreatedDate'),
    },
  };
}
