import { join } from 'node:path';
import { toZulu } from '../calendar.ts';
import type { Company } from '../companies.ts';
import { RowFile } from '../files/row-file.ts';
import type { Ticket } from '../life/happening.ts';
import { international } from '../people/noise.ts';
import type { Person } from '../people/person.ts';
import { localeOf, type Sighting, sight } from '../people/sight.ts';
import { Random } from '../random.ts';
import { STAFF } from '../staff.ts';
import { type Desk, type GrowingFile, type Life, ofKind, type SystemWriter } from './writer.ts';

const SITE = 'https://casamarea.zendesk.example/api/v2';
const SUPPORT = { address: 'support@casamarea.example', name: 'Casa Marea' };
const userId = (person: Person): number => 900_100_000_000 + person.number;
const organizationId = (company: Company): number => 360_400_000_000 + company.number;
const ZONES = { en: 'London', it: 'Rome', fr: 'Paris', ro: 'Bucharest' } as const;
const channels = { email: 'email', web: 'web', voice: 'voice', chat: 'chat' } as const;

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
    channel: channels[ticket.channel],
    source: {
      from,
      to: ticket.channel === 'email' ? SUPPORT : {},
      rel: ticket.channel === 'voice' ? 'inbound' : null,
    },
  };
}

/** Zendesk, where support works: users and organisations as API pages, tickets and comments one object a line. */
export async function openZendesk({ folder, world, truth }: Desk): Promise<SystemWriter> {
  const page = async (kind: 'users' | 'organizations'): Promise<GrowingFile> => {
    const path = join(folder, `zendesk-${kind}.json`);
    const file = await RowFile.create(path, `{"${kind}":[\n`, ',\n');
    return {
      path,
      source: 'zendesk',
      kind,
      file,
      happened: false,
      below: (rows) => `\n],"next_page":null,"previous_page":null,"count":${rows}}\n`,
    };
  };
  const lines = async (kind: 'tickets' | 'comments'): Promise<GrowingFile> => {
    const path = join(folder, `zendesk-${kind}.ndjson`);
    return { path, source: 'zendesk', kind, file: await RowFile.create(path), happened: true };
  };
  const organizations = await page('organizations');
  const users = await page('users');
  const tickets = await lines('tickets');
  const comments = await lines('comments');
  const add = ({ file }: GrowingFile, row: object) => file.add(JSON.stringify(row));
  let ticketNumber = 1000;
  let commentNumber = 1_100_000_000_000;

  const addUser = (user: {
    id: number;
    name: string;
    email: string | null;
    phone: string | null;
    since: number;
    role: string;
    more: object;
  }) =>
    add(users, {
      id: user.id,
      url: `${SITE}/users/${user.id}.json`,
      name: user.name,
      email: user.email,
      created_at: toZulu(user.since),
      updated_at: toZulu(user.since),
      phone: user.phone,
      external_id: null,
      role: user.role,
      active: true,
      suspended: false,
      details: null,
      notes: null,
      ...user.more,
    });
  for (const { zendeskId, name, email } of STAFF.filter(({ team }) => team === 'support'))
    await addUser({
      id: zendeskId,
      name,
      email,
      phone: null,
      since: world.today - 900 * 86_400_000,
      role: 'agent',
      more: { locale: 'en-GB', organization_id: null, tags: [], verified: true, user_fields: {} },
    });

  const addTicket = async (ticket: Ticket, { person, company }: Life, seen: Sighting): Promise<void> => {
    const id = ++ticketNumber;
    const random = new Random(world.seed, 'zendesk ticket', id);
    const { at, said, subject } = ticket;
    const agent = said.map(({ by }) => by).find((by) => typeof by === 'object');
    const last = said[said.length - 1]!.at;
    await add(tickets, {
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
    });
    for (const { at: saidAt, by, text, internal } of said)
      await add(comments, {
        id: ++commentNumber,
        ticket_id: id,
        type: 'Comment',
        body: text,
        html_body: '',
        plain_body: text,
        public: !internal,
        author_id: typeof by === 'object' ? by.zendeskId : userId(person),
        attachments: [],
        created_at: toZulu(saidAt),
      });
  };

  return {
    files: [organizations, users, tickets, comments],
    async meet(life) {
      const { person, company, happenings } = life;
      if (!person.systems.includes('zendesk')) return;
      const seen = sight(world.seed, person, 'zendesk', world.today);
      await addUser({
        id: userId(person),
        name: `${seen.first} ${seen.last}`.trim(),
        email: seen.email || null,
        phone: seen.phone || null,
        since: Math.min(seen.since, ...ofKind(happenings, 'ticket').map(({ at }) => at)),
        role: 'end-user',
        more: {
          locale: localeOf(person),
          time_zone: ZONES[person.language],
          organization_id: company?.inZendesk ? organizationId(company) : null,
          tags: [],
          verified: seen.email !== '',
          user_fields: {},
        },
      });
      await truth.tell('zendesk', 'user', userId(person), person);
      for (const ticket of ofKind(happenings, 'ticket')) await addTicket(ticket, life, seen);
    },
    async know(company) {
      if (!company.inZendesk) return;
      const id = organizationId(company);
      await add(organizations, {
        url: `${SITE}/organizations/${id}.json`,
        id,
        name: company.name,
        shared_tickets: false,
        shared_comments: false,
        created_at: toZulu(company.since),
        updated_at: toZulu(company.since),
        domain_names: [company.domain],
        group_id: null,
        details: null,
        notes: international(company.phone),
        tags: [],
        organization_fields: {},
        external_id: null,
      });
    },
  };
}
