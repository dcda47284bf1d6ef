import { setMember } from '#kernel/set-member';
import { defineFormat, type PersonRef, type RowReader, skip } from '#modules/house';
import { type SaidFields, type SaidWord, saidWord } from '../read-ticket-signal.ts';
import { readTicketPriority, readTicketStatus } from '../words.ts';

/** Zendesk tickets: API pages, a bare list, one object a line, or a warehouse table. */
export const zendeskTickets = defineFormat({
  name: 'zendesk-tickets',
  system: 'zendesk',
  label: 'Zendesk tickets',
  order: 40,
  marks: {
    needs: [['id'], ['requester_id'], ['status'], ['subject', 'raw_subject', 'description']],
    likes: [
      'via',
      'via_channel',
      'submitter_id',
      'assignee_id',
      'organization_id',
      'ticket_form_id',
      'priority',
    ],
    collection: 'tickets',
  },
  read(row) {
    const id = row.need('missing-id', 'This ticket has no id', 'id');
    const word = row.text('status');
    if (word === 'deleted') return skip('deleted-there', { system: 'Zendesk' });
    const status = word === undefined ? undefined : readTicketStatus(word);
    if (word && !status) row.refuse('bad-status', `${word} is no word for where a ticket stands`, 'status');
    const changed = row.moment('updated_at', 'created_at');
    const organization = row.text('organization_id');
    const score = row.brief(60, 'satisfaction_rating.score', 'satisfaction_rating_score');
    const requester = requesterOf(row);
    return {
      kind: 'ticket',
      subjectKey: `ticket:${id}`,
      at: changed,
      ...(requester ? { person: requester } : {}),
      companies: organization ? [{ key: `organization:${organization}` }] : [],
      body: {
        number: id,
        subject: row.brief(500, 'subject', 'raw_subject'),
        description: row.text('description'),
        status,
        priority: readTicketPriority(row.text('priority') ?? ''),
        type: row.brief(100, 'type'),
        channel: row.brief(60, 'via.channel', 'via_channel'),
        tags: row
          .list(/[\s,]+/, 'tags')
          .slice(0, 200)
          .map((tag) => tag.slice(0, 100)),
        satisfaction: score && !/offered$/.test(score) ? score : undefined,
        openedAt: row.moment('created_at'),
        // A ticket does not say when it was solved; the change that is known of a solved one is the nearest.
        solvedAt:
          row.moment('solved_at') ?? (status === 'solved' || status === 'closed' ? changed : undefined),
        fields: ownFields(row.row.cells.custom_fields),
      },
    };
  },
});

/** What a house added to its tickets there, by the number of each field: `custom_fields: [{ id, value }]`. */
function ownFields(said: unknown): SaidFields | undefined {
  if (!Array.isArray(said)) return undefined;
  const fields: Record<string, SaidWord> = {};
  for (const one of said.slice(0, 200)) {
    const { id, value } = (one ?? {}) as { id?: unknown; value?: unknown };
    const word = saidWord.safeParse(value);
    if ((typeof id === 'number' || typeof id === 'string') && word.success)
      setMember(fields, String(id), word.data);
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** Who asks. A ticket that came by mail names the sender's mailbox too, who is the requester if nobody else handed it in. */
function requesterOf(row: RowReader): PersonRef | undefined {
  const id = row.text('requester_id');
  const isOwnMail = row.text('via.channel', 'via_channel') === 'email' && id === row.text('submitter_id');
  const emails = row.emails(
    'requester.email',
    ...(isOwnMail ? ['via.source.from.address', 'via_source_from_address'] : []),
  );
  if (!id && !emails.length) return undefined;
  return { ...(id ? { key: `user:${id}` } : {}), ...(emails.length ? { emails } : {}) };
}
