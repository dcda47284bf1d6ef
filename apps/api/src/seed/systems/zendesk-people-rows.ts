import { DAY, toZulu } from '../calendar.ts';
import type { Company } from '../companies.ts';
import { international } from '../people/noise.ts';
import type { Person } from '../people/person.ts';
import { localeOf, type Sighting } from '../people/sight.ts';
import type { Colleague } from '../staff.ts';
import { type Life, ofKind } from './writer.ts';

/** Where this Zendesk lives. */
export const SITE = 'https://casamarea.zendesk.example/api/v2';
/** Zendesk's number of a customer. */
export const userId = (person: Person): number => 900_100_000_000 + person.number;
/** Zendesk's number of a company. */
export const organizationId = (company: Company): number => 360_400_000_000 + company.number;
const ZONES = { en: 'London', it: 'Rome', fr: 'Paris', ro: 'Bucharest' } as const;

interface User {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  since: number;
  role: string;
  more: object;
}

function userRow(user: User): object {
  return {
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
  };
}

/** A colleague, who answers. */
export const agentRow = ({ zendeskId, name, email }: Colleague, today: number): object =>
  userRow({
    id: zendeskId,
    name,
    email,
    phone: null,
    since: today - 900 * DAY,
    role: 'agent',
    more: { locale: 'en-GB', organization_id: null, tags: [], verified: true, user_fields: {} },
  });

/** A customer, who asks. */
export const customerRow = ({ person, company, happenings }: Life, seen: Sighting): object =>
  userRow({
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

/** A company, as an organisation. */
export function organizationRow(company: Company): object {
  const id = organizationId(company);
  return {
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
  };
}
