import { defineFormat, refuseFormat, skip } from '#modules/house';
import { readTicketPriority, readTicketStatus } from '../words.ts';

/** Zendesk's history of what was changed in tickets: where they stood and how much they pressed, and when. */
export const zendeskTicketHistory = defineFormat({
  name: 'zendesk-ticket-history',
  system: 'zendesk',
  label: 'Zendesk history of tickets',
  order: 45,
  marks: { needs: [['field_name'], ['ticket_id'], ['value']], likes: ['updated', 'user_id'] },
  read(row) {
    const ticket = row.need('missing-ticket', 'This change does not say of which ticket it is', 'ticket_id');
    const field = row.need('missing-field', 'This change does not say what was changed', 'field_name');
    const at = row.moment('updated', 'created_at');
    if (!at) row.refuse('missing-date', 'This change does not say when it was made', 'updated');
    const said = { kind: 'ticket', subjectKey: `ticket:${ticket}`, at };
    const value = row.text('value') ?? '';
    if (field === 'status') {
      if (value === 'deleted') return skip('deleted-there', { system: 'Zendesk' });
      const status = readTicketStatus(value);
      if (!status)
        return row.refuse(
          'bad-status',
          `${value || 'Nothing'} is no word for where a ticket stands`,
          'value',
        );
      return {
        ...said,
        body: { status, solvedAt: status === 'solved' || status === 'closed' ? at : undefined },
      };
    }
    if (field === 'priority' && value) return { ...said, body: { priority: readTicketPriority(value) } };
    return skip('read-elsewhere', { field });
  },
});

/** Zendesk's audits of tickets. */
export const zendeskAudits = refuseFormat({
  name: 'zendesk-audits',
  system: 'zendesk',
  label: 'Zendesk audits of tickets',
  order: 90,
  marks: { needs: [['ticket_id'], ['events'], ['author_id', 'via']], collection: 'audits' },
  notImported: 'Audits repeat what tickets and comments say: import the tickets and the comments instead',
});

/** Zendesk's SLA policies. */
export const zendeskPolicies = refuseFormat({
  name: 'zendesk-sla-policies',
  system: 'zendesk',
  label: 'Zendesk SLA policies',
  order: 90,
  marks: { needs: [['policy_metrics'], ['title', 'filter']], collection: 'sla_policies' },
  notImported: 'SLA policies are settings of Zendesk and tell nothing of a customer',
});
