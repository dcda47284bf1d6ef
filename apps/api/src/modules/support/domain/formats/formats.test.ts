import { describe, expect, it } from 'vitest';
import { readRow, signalsOfRow } from '../../../../../../../tests/support/read-row.ts';
import { hubspotTickets } from './hubspot-tickets.ts';
import { intercomConversations, intercomParts } from './intercom-conversations.ts';
import { salesforceCases } from './salesforce-cases.ts';
import { zendeskComments } from './zendesk-comments.ts';
import { zendeskAudits, zendeskTicketHistory } from './zendesk-history.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

describe('tickets of other systems', () => {
  const mail = {
    id: 9,
    requester_id: 1,
    submitter_id: 1,
    status: 'open',
    subject: 'Help',
    tags: ['a', 'b'],
    created_at: '2026-01-01T00:00:00Z',
    via: { channel: 'email', source: { from: { address: 'ada@example.com' } } },
    satisfaction_rating: { score: 'good' },
  };

  it('a mail to Zendesk names its sender, unless somebody else handed it in', () => {
    expect(signalsOfRow(zendeskTickets, mail)[0]).toMatchObject({
      person: { key: 'user:1', emails: ['ada@example.com'] },
      body: { status: 'open', tags: ['a', 'b'], satisfaction: 'good', channel: 'email' },
    });
    expect(signalsOfRow(zendeskTickets, { ...mail, submitter_id: 2 })[0]?.person).toEqual({ key: 'user:1' });
  });

  it('Zendesk’s deleted tickets are passed over, and unknown words for where one stands are refused', () => {
    expect(readRow(zendeskTickets, { ...mail, status: 'deleted' })).toEqual({
      skipped: 'was deleted in Zendesk',
      code: 'deleted-there',
      values: { system: 'Zendesk' },
    });
    expect(readRow(zendeskTickets, { ...mail, status: 'gone fishing' })).toMatchObject({
      refusal: { code: 'bad-status', column: 'status' },
    });
  });

  it('a rating that was only asked for is none', () => {
    const [ticket] = signalsOfRow(zendeskTickets, { ...mail, satisfaction_rating: { score: 'unoffered' } });
    expect(ticket?.body).not.toHaveProperty('satisfaction');
  });

  it('a page of comments takes its ticket from the name of the file, when it does not say it', () => {
    const comment = { id: 5, body: 'Hello', public: false, author_id: 3, created_at: '2026-01-02T00:00:00Z' };
    expect(readRow(zendeskComments, comment, { fileName: 'comments.json' })).toMatchObject({
      refusal: { code: 'missing-ticket' },
    });
    expect(signalsOfRow(zendeskComments, comment, { fileName: 'ticket-42-comments.json' })[0]?.body).toEqual({
      ticketKey: 'ticket:42',
      authorKey: 'user:3',
      isPublic: false,
      text: 'Hello',
    });
  });

  it('a change of status in Zendesk’s history is a word on the ticket at its time', () => {
    const change = { field_name: 'status', ticket_id: '7', updated: '2026-01-03 10:00', value: 'solved' };
    expect(signalsOfRow(zendeskTicketHistory, change)[0]).toMatchObject({
      subjectKey: 'ticket:7',
      at: '2026-01-03T10:00:00.000Z',
      body: { status: 'solved', solvedAt: '2026-01-03T10:00:00.000Z' },
    });
    expect(readRow(zendeskTicketHistory, { ...change, field_name: 'group_id' })).toHaveProperty('skipped');
  });

  it('audits are refused with what to import instead', () => {
    expect(readRow(zendeskAudits, { id: 1 })).toMatchObject({
      refusal: { code: 'not-imported', message: expect.stringMatching(/tickets/) },
    });
    expect(zendeskAudits.notImported).toMatch(/comments/);
  });

  it('a conversation is whoever’s began it, but not a colleague’s, and its HTML is words', () => {
    const talk = {
      id: 'c',
      state: 'snoozed',
      updated_at: '2026-01-01',
      source_author_id: 'u',
      source_body: '<p>My <b>key</b> &amp; I</p><p>Bye</p>',
    };
    const asked = signalsOfRow(intercomConversations, { ...talk, source_author_type: 'user' })[0];
    expect(asked).toMatchObject({
      person: { key: 'contact:u' },
      body: { status: 'pending', subject: 'My key & I', description: 'My key & I\nBye' },
    });
    expect(
      signalsOfRow(intercomConversations, { ...talk, source_author_type: 'admin' })[0]?.person,
    ).toBeUndefined();
  });

  it.each([
    ['user', 'comment', 'customer', true],
    ['admin', 'note', 'agent', false],
    ['bot', 'comment', 'bot', true],
  ])('a part by a %s that is a %s is a message of the %s', (author_type, part_type, authorKind, isPublic) => {
    const part = {
      id: 'p',
      conversation_id: 'c',
      created_at: '2026-01-01',
      body: 'Hi',
      author_type,
      part_type,
    };
    expect(signalsOfRow(intercomParts, part)[0]?.body).toEqual({
      ticketKey: 'conversation:c',
      authorKind,
      isPublic,
      text: 'Hi',
    });
  });

  it('a case without a contact is whoever wrote to the form', () => {
    const cells = {
      Id: '500000000000001',
      CaseNumber: '1',
      Status: 'New',
      SuppliedEmail: 'ada@example.com',
      SuppliedName: 'Ada',
    };
    expect(signalsOfRow(salesforceCases, cells)[0]?.person).toEqual({
      emails: ['ada@example.com'],
      profile: { fullName: 'Ada' },
    });
  });

  it('a HubSpot ticket in a stage of one’s own is open until it is closed', () => {
    const cells = {
      'Ticket ID': '1',
      'Ticket name': 'x',
      'Ticket status': 'Bei der Werkstatt',
      'Create date': '2026-01-01',
      'Close date': '',
    };
    expect(signalsOfRow(hubspotTickets, cells)[0]?.body).toMatchObject({ status: 'open' });
    expect(signalsOfRow(hubspotTickets, { ...cells, 'Close date': '2026-01-05' })[0]).toMatchObject({
      at: '2026-01-05T00:00:00.000Z',
      body: { status: 'closed', solvedAt: '2026-01-05T00:00:00.000Z' },
    });
  });
});
