import {
  defineFormat,
  goneFromSalesforce,
  type PersonRef,
  type RowReader,
  salesforceId,
  salesforceLinks,
  salesforceTime,
} from '#modules/house';
import { readTicketPriority, readTicketStatus } from '../words.ts';
import { columnsAsFields } from './columns-as-fields.ts';

/** Salesforce Case. */
export const salesforceCases = defineFormat({
  name: 'salesforce-cases',
  system: 'salesforce',
  label: 'Salesforce cases',
  order: 40,
  marks: {
    needs: [['Id'], ['CaseNumber'], ['Status', 'Subject', 'Origin']],
    likes: ['ContactId', 'AccountId', 'Priority', 'IsClosed', 'ClosedDate', 'Origin'],
  },
  read(row) {
    const gone = goneFromSalesforce(row);
    if (gone) return gone;
    const id = salesforceId(row.need('missing-id', 'This case has no Id', 'Id'));
    const links = salesforceLinks(row);
    const isClosed = row.flag('IsClosed');
    const status = row.text('Status');
    return {
      kind: 'ticket',
      subjectKey: `case:${id}`,
      at: salesforceTime(row),
      // Who wrote to the form is told only where no contact is: its words are no description of the contact.
      ...(links.person ? links : { ...links, person: writerOf(row) }),
      body: {
        number: row.brief(100, 'CaseNumber'),
        subject: row.brief(500, 'Subject'),
        description: row.text('Description'),
        status: (status && readTicketStatus(status)) || (isClosed ? 'closed' : status ? 'open' : undefined),
        priority: readTicketPriority(row.text('Priority') ?? ''),
        type: row.brief(100, 'Type', 'Reason'),
        channel: row.brief(60, 'Origin')?.toLowerCase(),
        assigneeName: row.brief(200, 'Owner.Name', 'Owner Name'),
        openedAt: row.moment('CreatedDate'),
        solvedAt: row.moment('ClosedDate'),
        fields: columnsAsFields(row, ownFields(row.extra())),
      },
    };
  },
});

/** What a house added to its cases there: Salesforce names such fields with `__c` at the end. */
const ownFields = (extra: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(extra).filter(([name]) => name.endsWith('__c')));

function writerOf(row: RowReader): PersonRef | undefined {
  const emails = row.emails('SuppliedEmail', 'ContactEmail');
  const fullName = row.text('SuppliedName');
  return emails.length || fullName ? { emails, profile: { fullName } } : undefined;
}
