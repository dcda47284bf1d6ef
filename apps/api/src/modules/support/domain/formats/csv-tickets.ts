import { defineFormat } from '#modules/house';
import { readTicketPriority, readTicketStatus } from '../words.ts';
import { columnsAsFields } from './columns-as-fields.ts';

/** Tickets of any help desk as a table: one a row. Columns that no ticket has by itself are heard by fields of one's own. */
export const csvTickets = defineFormat({
  name: 'csv-tickets',
  system: 'csv',
  label: 'Tickets of a help desk',
  order: 40,
  hasPhones: true,
  marks: {
    needs: [
      ['Ticket ID', 'Ticket number', 'Ticket no', 'Ticket'],
      ['Subject', 'Title'],
      ['Email', 'Customer email', 'Requester email', 'Phone', 'Customer ID'],
    ],
    likes: ['Ticket ID', 'Subject', 'Email', 'Status', 'Priority', 'Opened at', 'Solved at', 'Assignee'],
    never: ['Ticket name', 'requester_id', 'Ticket status'],
  },
  read(row) {
    const id = row.need(
      'missing-id',
      'This row does not say which ticket it is',
      'Ticket ID',
      'Ticket number',
      'Ticket no',
      'Ticket',
    );
    const word = row.text('Status');
    const status = word === undefined ? undefined : readTicketStatus(word);
    if (word && !status) row.refuse('bad-status', `${word} is no word for where a ticket stands`, 'Status');
    const opened = row.moment('Opened at', 'Created at', 'Created', 'Date');
    const solved = row.moment('Solved at', 'Closed at', 'Resolved at');
    const customer = row.text('Customer ID');
    const phone = row.text('Phone');
    const fullName = row.text('Customer name', 'Requester', 'Name');
    const person = {
      ...(customer ? { key: `customer:${customer}` } : {}),
      emails: row.emails('Email', 'Customer email', 'Requester email'),
      ...(phone ? { phones: [phone] } : {}),
      ...(fullName ? { profile: { fullName } } : {}),
    };
    return {
      kind: 'ticket',
      subjectKey: `ticket:${id}`,
      at: row.moment('Updated at', 'Changed at') ?? solved ?? opened,
      ...(customer || phone || person.emails.length > 0 ? { person } : {}),
      body: {
        number: id.slice(0, 100),
        subject: row.brief(500, 'Subject', 'Title'),
        description: row.text('Description'),
        status,
        priority: readTicketPriority(row.text('Priority') ?? ''),
        type: row.brief(100, 'Type'),
        channel: row.brief(60, 'Channel')?.toLowerCase(),
        assigneeName: row.brief(200, 'Assignee', 'Agent', 'Owner'),
        teamName: row.brief(200, 'Team', 'Group'),
        tags: row
          .list(/[;,|]/, 'Tags')
          .slice(0, 200)
          .map((tag) => tag.slice(0, 100)),
        openedAt: opened,
        solvedAt: solved,
        fields: columnsAsFields(row, row.extra()),
      },
    };
  },
});
