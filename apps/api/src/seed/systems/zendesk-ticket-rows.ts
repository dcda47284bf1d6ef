import { toZulu } from '../calendar.ts';
import type { Said, Ticket } from '../life/happening.ts';
import type { Person } from '../people/person.ts';
import type { Sighting } from '../people/sight.ts';
import { Random } from '../random.ts';
import type { Life } from './writer.ts';
import { organizationId, SITE, userId } from './zendesk-people-rows.ts';

const SUPPORT = { address: 'support@casamarea.example', name: 'Casa Marea' };

/** Who wrote, as the API says it for each channel. */
function viaOf(ticket: Ticket, seen: Sighting): object {
  const name = `${seen.first} ${seen.last}`.trim();
  const from = {
    email: { address: seen.email, name },
    voice: { phone: seen.phone || null, name },
    web: {},
    chat: {},
  }[ticket.channel];
  return {
    channel: ticket.channel,
    source: {
      from,
      to: ticket.channel === 'email' ? SUPPORT : {},
      rel: ticket.channel === 'voice' ? 'inbound' : null,
    },
  };
}

/** A case, by its number. */
export function ticketRow(
  seed: number,
  id: number,
  ticket: Ticket,
  { person, company }: Life,
  seen: Sighting,
): object {
  const random = new Random(seed, 'zendesk ticket', id);
  const { at, said, subject } = ticket;
  const agent = said.map(({ by }) => by).find((by) => typeof by === 'object');
  const last = said[said.length - 1]!.at;
  return {
    url: `${SITE}/tickets/${id}.json`,
    id,
    external_id: null,
    via: viaOf(ticket, seen),
    created_at: toZulu(at),
    updated_at: toZulu(last),
    type: ticket.cause === 'question' ? 'question' : 'problem',
    subject,
    raw_subject: subject,
    description: said[0]!.text,
    priority: ticket.priority ?? null,
    status: ticket.status,
    recipient: ticket.channel === 'email' ? SUPPORT.address : null,
    requester_id: userId(person),
    submitter_id: userId(person),
    assignee_id: agent?.zendeskId ?? null,
    organization_id: company?.inZendesk ? organizationId(company) : null,
    group_id: 360_004_077_472,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    problem_id: null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    // Agents mark the cause when they think of it.
    tags: random.chance(0.6) ? [`cause_${ticket.cause}`, person.language] : [],
    custom_fields: [],
    satisfaction_rating: {
      score: ticket.score ?? 'unoffered',
      ...(ticket.remark ? { comment: ticket.remark } : {}),
    },
    followup_ids: [],
    brand_id: 360_002_256_672,
    allow_channelback: false,
  };
}

/** Something said in a case, by its number. */
export const commentRow = (
  id: number,
  ticketId: number,
  { at, by, text, internal }: Said,
  person: Person,
): object => ({
  id,
  ticket_id: ticketId,
  type: 'Comment',
  body: text,
  html_body: '',
  plain_body: text,
  public: !internal,
  author_id: typeof by === 'object' ? by.zendeskId : userId(person),
  attachments: [],
  created_at: toZulu(at),
});
