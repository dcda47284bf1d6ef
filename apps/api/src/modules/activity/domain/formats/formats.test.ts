import { describe, expect, it } from 'vitest';
import { readRow, signalsOfRow } from '../../../../../../../tests/support/read-row.ts';
import { interactionBody } from '../read-interaction-signal.ts';
import { noteBody } from '../read-note-signal.ts';
import { taskBody } from '../read-task-signal.ts';
import { hubspotEngagements } from './hubspot-engagements.ts';
import { salesforceActivities } from './salesforce-activities.ts';

describe('what colleagues logged elsewhere', () => {
  const engagement = { engagement_id: '1', hs_timestamp: '2026-01-01 10:00', 'Associated Contact IDs': '5' };

  it.each([
    [
      'CALL',
      { hs_call_duration: '90000', hs_call_direction: 'INBOUND' },
      interactionBody,
      { channel: 'phone', durationSeconds: 90, direction: 'inbound' },
    ],
    [
      'EMAIL',
      { hs_email_subject: 'Hi', hs_email_text: 'Text' },
      interactionBody,
      { channel: 'email', subject: 'Hi', text: 'Text' },
    ],
    ['MEETING', { hs_meeting_title: 'Visit' }, interactionBody, { channel: 'meeting', subject: 'Visit' }],
    [
      'NOTE',
      { hs_note_body: '<div>Likes <b>blue</b></div>' },
      noteBody,
      { text: 'Likes blue', department: 'sales' },
    ],
    [
      'TASK',
      { hs_task_subject: 'Call back', hs_task_status: 'NOT_STARTED' },
      taskBody,
      { title: 'Call back', dueOn: '2026-01-01' },
    ],
  ])('HubSpot’s %s is understood', (type, more, schema, body) => {
    const [signal] = signalsOfRow(hubspotEngagements, { ...engagement, type, ...more });
    expect(signal).toMatchObject({ subjectKey: 'engagement:1', person: { key: 'contact:5' }, body });
    expect(schema.safeParse(signal?.body).error?.issues ?? []).toEqual([]);
  });

  it('is refused when it names nobody, and passed over when it is of a kind that is not kept', () => {
    expect(
      readRow(hubspotEngagements, { ...engagement, type: 'CALL', 'Associated Contact IDs': '' }),
    ).toMatchObject({ refusal: { code: 'no-person' } });
    expect(readRow(hubspotEngagements, { ...engagement, type: 'PUBLISHING_TASK' })).toHaveProperty('skipped');
  });

  const task = {
    Id: '00T000000000001',
    WhoId: '003000000000001',
    Subject: 'Call',
    ActivityDate: '2026-01-02',
    CreatedDate: '2026-01-01 09:00:00',
  };

  it.each([
    [
      { TaskSubtype: 'Call', Status: 'Completed', CallDurationInSeconds: '60', CallType: 'Outbound' },
      'interaction',
      interactionBody,
    ],
    [{ TaskSubtype: 'Call', Status: 'Not Started' }, 'task', taskBody],
    [{ TaskSubtype: 'Task', IsClosed: '1', CompletedDateTime: '2026-01-03 10:00:00' }, 'task', taskBody],
    [{ StartDateTime: '2026-01-02 10:00:00', DurationInMinutes: '30' }, 'interaction', interactionBody],
  ])('Salesforce’s %j is an %s', (more, kind, schema) => {
    const [signal] = signalsOfRow(salesforceActivities, { ...task, ...more });
    expect(signal).toMatchObject({ kind, person: { key: 'contact:003000000000001AAA' } });
    expect(schema.safeParse(signal?.body).error?.issues ?? []).toEqual([]);
  });

  it('Salesforce’s activity of a lead hangs on the lead, and one of nobody is refused', () => {
    expect(signalsOfRow(salesforceActivities, { ...task, WhoId: '00Q000000000001' })[0]?.person?.key).toBe(
      'lead:00Q000000000001EAA',
    );
    expect(readRow(salesforceActivities, { ...task, WhoId: '' })).toMatchObject({
      refusal: { code: 'no-person', column: 'WhoId' },
    });
  });
});
