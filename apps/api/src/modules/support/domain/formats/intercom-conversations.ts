import { plainText } from '#kernel/plain-text';
import { defineFormat, skip } from '#modules/house';
import { readTicketStatus } from '../words.ts';

const asker = /^(?:user|lead|contact)$/;

/** Intercom conversations, each version of them as one row: tickets that came by chat or mail. */
export const intercomConversations = defineFormat({
  name: 'intercom-conversations',
  system: 'intercom',
  label: 'Intercom conversations',
  order: 40,
  marks: {
    needs: [
      ['id'],
      ['state'],
      ['source_author_id', 'source_body', 'source', 'waiting_since', 'snoozed_until'],
    ],
    likes: [
      'conversation_rating_value',
      'source_type',
      'source_subject',
      'assignee_id',
      'sla_name',
      'priority',
    ],
    never: ['requester_id', 'part_type'],
    collection: 'conversations',
  },
  read(row) {
    const id = row.need('missing-id', 'This conversation has no id', 'id');
    const changed = row.moment('updated_at', 'created_at');
    const state = row.text('state') ?? '';
    const status = readTicketStatus(state);
    const author = row.text('source_author_id', 'source.author.id');
    const isAsked = asker.test(row.text('source_author_type', 'source.author.type') ?? '');
    const body = plainText(row.text('source_body', 'source.body') ?? '');
    const subject = plainText(row.text('source_subject', 'source.subject') ?? '');
    return {
      kind: 'ticket',
      subjectKey: `conversation:${id}`,
      at: changed,
      ...(author && isAsked ? { person: { key: `contact:${author}` } } : {}),
      body: {
        number: id,
        subject: subject.slice(0, 500) || firstWords(body),
        description: body,
        status: status ?? 'open',
        priority: row.text('priority') === 'priority' ? 'high' : undefined,
        channel: channelOf(row.text('source_type', 'source.type')),
        satisfaction: row.brief(60, 'conversation_rating_value', 'conversation_rating.rating'),
        openedAt: row.moment('created_at'),
        solvedAt: status === 'closed' ? changed : undefined,
      },
    };
  },
});

/** Parts of Intercom conversations: what was said, by whom. */
export const intercomParts = defineFormat({
  name: 'intercom-conversation-parts',
  system: 'intercom',
  label: 'Intercom conversation parts',
  order: 50,
  marks: {
    needs: [['id'], ['conversation_id'], ['part_type'], ['author_type']],
    likes: ['body', 'author_id', 'created_at', 'assigned_to_id'],
  },
  read(row) {
    const id = row.need('missing-id', 'This part has no id', 'id');
    const conversation = row.need(
      'missing-ticket',
      `Part ${id} does not say of which conversation it is`,
      'conversation_id',
    );
    const text = plainText(row.text('body') ?? '');
    const kind = row.text('part_type') ?? 'comment';
    if (!text) return skip('says-nothing', { kind });
    const author = row.text('author_type') ?? '';
    const name = row.brief(200, 'author_name', 'author.name');
    return {
      kind: 'message',
      subjectKey: `part:${id}`,
      at: row.moment('created_at', 'updated_at'),
      body: {
        ticketKey: `conversation:${conversation}`,
        authorKind: asker.test(author) ? 'customer' : author === 'bot' ? 'bot' : 'agent',
        authorName: name,
        isPublic: kind !== 'note',
        text,
      },
    };
  },
});

const firstWords = (text: string): string | undefined => text.split('\n')[0]?.slice(0, 120) || undefined;

const channelOf = (type: string | undefined): string | undefined =>
  type === undefined ? undefined : type === 'conversation' ? 'chat' : type.slice(0, 60);
