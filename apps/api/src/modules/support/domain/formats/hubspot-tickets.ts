import { plainText } from '#kernel/plain-text';
import { associatedOf, defineFormat, skip } from '#modules/house';
import { readTicketPriority, readTicketStatus } from '../words.ts';

/** HubSpot tickets: screen export and internal names. */
export const hubspotTickets = defineFormat({
  name: 'hubspot-tickets',
  system: 'hubspot',
  label: 'HubSpot tickets',
  order: 40,
  marks: {
    needs: [
      ['Ticket ID', 'Record ID', 'hs_object_id', 'id'],
      ['Ticket name', 'subject'],
      ['Ticket status', 'hs_pipeline_stage', 'hs_ticket_priority', 'Ticket description'],
    ],
    likes: ['Ticket description', 'Priority', 'Source', 'Ticket owner', 'Create date', 'hs_ticket_category'],
  },
  read(row) {
    if (row.flag('is_deleted', '_fivetran_deleted')) return skip('deleted-there', { system: 'HubSpot' });
    const id = row.need(
      'missing-id',
      'This ticket has no Ticket ID',
      'Ticket ID',
      'Record ID',
      'hs_object_id',
      'id',
    );
    const opened = row.moment('Create date', 'createdate');
    const closed = row.moment('Close date', 'closed_date');
    const stage = row.text('Ticket status');
    const description = row.text('Ticket description', 'content');
    return {
      kind: 'ticket',
      subjectKey: `ticket:${id}`,
      at: row.moment('Last modified date', 'hs_lastmodifieddate') ?? latest(opened, closed),
      ...associatedOf(row),
      body: {
        number: id,
        subject: row.brief(500, 'Ticket name', 'subject'),
        description: description && plainText(description),
        status: (stage && readTicketStatus(stage)) || (closed ? 'closed' : stage ? 'open' : undefined),
        priority: readTicketPriority(row.text('Priority', 'hs_ticket_priority') ?? ''),
        type: row.brief(100, 'Category', 'hs_ticket_category'),
        channel: row.brief(60, 'Source', 'source_type')?.toLowerCase(),
        assigneeName: row.brief(200, 'Ticket owner'),
        openedAt: opened,
        solvedAt: closed,
      },
    };
  },
});

const latest = (...times: (string | undefined)[]): string | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
