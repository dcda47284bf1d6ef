import { plainText } from '#kernel/plain-text';
import { associatedOf, defineFormat, type RowReader, skip } from '#modules/house';

/** HubSpot's engagements: calls, mails, meetings, notes and tasks that colleagues logged. */
export const hubspotEngagements = defineFormat({
  name: 'hubspot-engagements',
  system: 'hubspot',
  label: 'HubSpot calls, mails, meetings, notes and tasks',
  order: 50,
  marks: {
    needs: [
      ['engagement_id', 'Record ID', 'hs_object_id', 'id'],
      ['type', 'hs_engagement_type', 'Activity type'],
      ['hs_timestamp', 'Activity date'],
    ],
    likes: [
      'engagement_id',
      'hs_createdate',
      'hs_lastmodifieddate',
      'hubspot_owner_id',
      'hs_note_body',
      'hs_email_subject',
    ],
  },
  read(row) {
    if (row.flag('_fivetran_deleted')) return skip('deleted-there', { system: 'HubSpot' });
    const id = row.need(
      'missing-id',
      'This engagement has no id',
      'engagement_id',
      'Record ID',
      'hs_object_id',
      'id',
    );
    const type = row.need(
      'missing-type',
      'This engagement does not say what it is',
      'type',
      'hs_engagement_type',
      'Activity type',
    );
    const at = row.moment('hs_timestamp', 'Activity date', 'hs_createdate');
    const associated = associatedOf(row);
    if (!associated.person) {
      row.refuse(
        'no-person',
        'This engagement does not say whom it concerns: export it with its associated contacts',
        'Associated Contact IDs',
      );
    }
    const about = readers[type.toUpperCase()];
    if (!about) return skip('kind-not-kept', { kind: type });
    return { subjectKey: `engagement:${id}`, at, ...associated, ...about(row) };
  },
});

const by = (row: RowReader) => row.brief(200, 'Activity assigned to', 'Owner', 'hubspot_owner_name');
const body = (row: RowReader, ...names: string[]) => plainText(row.text(...names, 'hs_body_preview') ?? '');
const directions: Record<string, 'inbound' | 'outbound'> = {
  INBOUND: 'inbound',
  INCOMING_EMAIL: 'inbound',
  OUTBOUND: 'outbound',
  EMAIL: 'outbound',
};

const interaction = (row: RowReader, channel: string, subject: string, text: string, direction: string) => ({
  kind: 'interaction',
  body: {
    channel,
    direction: directions[row.text(direction)?.toUpperCase() ?? ''],
    department: 'sales',
    subject: row.brief(500, subject),
    text: body(row, text),
    durationSeconds: secondsOf(row),
    outcome: row.brief(200, 'hs_call_disposition_label', 'hs_meeting_outcome', 'Call outcome'),
    agentName: by(row),
  },
});

/** HubSpot counts calls in milliseconds. */
function secondsOf(row: RowReader): number | undefined {
  const ms = row.number('hs_call_duration');
  return ms === undefined || ms < 0 ? undefined : Math.min(31_536_000, Math.round(ms / 1000));
}

const readers: Record<string, (row: RowReader) => { kind: string; body: unknown }> = {
  CALL: (row) => interaction(row, 'phone', 'hs_call_title', 'hs_call_body', 'hs_call_direction'),
  EMAIL: (row) => interaction(row, 'email', 'hs_email_subject', 'hs_email_text', 'hs_email_direction'),
  INCOMING_EMAIL: (row) => interaction(row, 'email', 'hs_email_subject', 'hs_email_text', 'type'),
  MEETING: (row) =>
    interaction(row, 'meeting', 'hs_meeting_title', 'hs_meeting_body', 'hs_meeting_direction'),
  NOTE(row) {
    const text = body(row, 'hs_note_body');
    if (!text) row.refuse('empty-row', 'This note says nothing', 'hs_note_body');
    return { kind: 'note', body: { text, department: 'sales', authorName: by(row) } };
  },
  TASK(row) {
    const isDone = row.text('hs_task_status')?.toUpperCase() === 'COMPLETED';
    return {
      kind: 'task',
      body: {
        title: row.brief(500, 'hs_task_subject') ?? 'Task',
        detail: body(row, 'hs_task_body').slice(0, 20_000),
        dueOn: row.day('hs_timestamp', 'Activity date'),
        doneAt: isDone ? row.moment('hs_task_completion_date', 'hs_lastmodifieddate') : undefined,
        assigneeName: by(row),
        createdAt: row.moment('hs_createdate'),
      },
    };
  },
};
