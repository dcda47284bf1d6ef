import { contentHash } from '#kernel/content-hash';
import { defineFormat, type RowReader } from '#modules/house';

const names = {
  caseId: ['case_id', 'case:concept:name', 'Case ID', 'CaseID', 'Case', 'Trace', 'number', 'Incident'],
  activity: ['concept:name', 'Activity', 'ActivityID', 'Event', 'Step', 'incident_state'],
  time: [
    'time:timestamp',
    'Complete Timestamp',
    'CompleteTimestamp',
    'Timestamp',
    'sys_updated_at',
    'Time',
    'Date',
  ],
  resource: ['org:resource', 'Resource', 'Agent', 'Owner', 'Assigned to', 'assigned_to'],
  customer: ['customer', 'Customer ID', 'caller_id', 'Caller', 'Requester'],
  place: ['event_index', 'sys_mod_count', 'Event number'],
} as const;

/** Words by which logs say that nothing is known. */
const unknown = new Set(['?', 'null', 'none', 'n/a', 'unknown', '-']);
const solving = /^(resolved?|solved?|closed?|risolto|chiuso|résolu|rezolvat)\b/i;

const said = (row: RowReader, columns: readonly string[]): string | undefined => {
  const text = row.text(...columns);
  return text === undefined || unknown.has(text.toLowerCase()) ? undefined : text;
};

/** An id that a spreadsheet made a number of: `17850.0` is 17850. */
const idOf = (text: string | undefined): string | undefined => text?.replace(/^(\d+)\.0+$/, '$1');

/** A log of cases: one event a row, with its case, what happened and when; other columns stay as they are. */
export const csvEventLog = defineFormat({
  name: 'csv-event-log',
  system: 'csv',
  label: 'Event log of cases',
  order: 50,
  marks: {
    needs: [[...names.caseId], [...names.activity], [...names.time]],
    likes: [
      'case_id',
      'concept:name',
      'time:timestamp',
      'org:resource',
      'customer',
      'event_index',
      'incident_state',
      'sys_mod_count',
    ],
    never: ['Order ID', 'InvoiceNo', 'Ticket ID', 'Promise ID', 'Answer ID'],
  },
  read(row) {
    const caseKey = idOf(said(row, names.caseId));
    if (!caseKey)
      return row.refuse('missing-id', 'This row does not say to which case it belongs', names.caseId[0]);
    const activity = said(row, names.activity);
    if (!activity)
      return row.refuse('missing-activity', `Case ${caseKey} has an event without a name`, names.activity[0]);
    const at = row.moment(...names.time);
    if (!at)
      row.refuse('missing-date', `An event of case ${caseKey} does not say when it was`, names.time[0]);
    const place = row.number(...names.place);
    const owner = said(row, names.resource)?.slice(0, 200);
    const customer = idOf(said(row, names.customer));
    const channel = said(row, ['Channel', 'contact_type'])?.toLowerCase().slice(0, 40);
    const extra = Object.entries(row.extra()).filter(([, value]) => !unknown.has(value.toLowerCase()));
    return {
      kind: 'case-event',
      subjectKey: `event:${contentHash([caseKey, activity, at, place, owner])}`,
      at,
      ...(customer ? { person: { key: `customer:${customer}`, profile: { fullName: customer } } } : {}),
      body: {
        caseKey: caseKey.slice(0, 200),
        activity: activity.slice(0, 200),
        form: 'state',
        actor: 'agent',
        channel,
        owner,
        solves: solving.test(activity),
        ...(place !== undefined && Number.isInteger(place) && place >= 0 ? { place } : {}),
        attributes: Object.fromEntries(
          extra.slice(0, 60).map(([name, value]) => [name.slice(0, 200), value.slice(0, 2000)]),
        ),
      },
    };
  },
});
