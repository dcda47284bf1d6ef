import { plainText } from '#kernel/plain-text';
import { defineFormat, skip } from '#modules/house';

/** Zendesk comments. A comment must say of which ticket it is; an API page that does not is read by its file's name. */
export const zendeskComments = defineFormat({
  name: 'zendesk-comments',
  system: 'zendesk',
  label: 'Zendesk comments',
  order: 50,
  marks: {
    needs: [['id'], ['body', 'plain_body', 'html_body'], ['public'], ['author_id', 'user_id']],
    likes: ['ticket_id', 'created_at', 'created', 'attachments', 'plain_body', 'voice_comment'],
    never: ['subject', 'conversation_id'],
    collection: 'comments',
  },
  read(row) {
    const id = row.need('missing-id', 'This comment has no id', 'id');
    const ticket = row.text('ticket_id') ?? /ticket[s_-]*(\d+)/i.exec(row.header.fileName)?.[1];
    if (!ticket) {
      row.refuse(
        'missing-ticket',
        `Comment ${id} does not say of which ticket it is: export it with ticket_id, or name the file ticket-<number>-comments`,
        'ticket_id',
      );
    }
    const text = row.text('plain_body', 'body') ?? plainText(row.text('html_body') ?? '');
    if (!text) return skip('says-nothing');
    const author = row.text('author_id', 'user_id');
    return {
      kind: 'message',
      subjectKey: `comment:${id}`,
      at: row.moment('created_at', 'created'),
      // No person: only the ticket knows whether its author is the customer or a colleague.
      body: {
        ticketKey: `ticket:${ticket}`,
        authorKey: author && `user:${author}`,
        isPublic: row.flag('public') ?? true,
        text,
      },
    };
  },
});
