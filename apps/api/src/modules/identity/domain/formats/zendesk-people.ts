import { isTimeZone } from '#kernel/time-zone';
import { defineFormat, skip } from '#modules/house';
import { companySaid, domainOf, personSaid } from './person-said.ts';

/** Zendesk users who ask; those who answer are colleagues and no customers. */
export const zendeskUsers = defineFormat({
  name: 'zendesk-users',
  system: 'zendesk',
  label: 'Zendesk users',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [
      ['id'],
      ['name'],
      ['email'],
      ['role'],
      ['organization_id', 'ticket_restriction', 'locale', 'time_zone'],
    ],
    likes: ['locale', 'time_zone', 'verified', 'suspended', 'organization_id', 'notes'],
    never: ['requester_id', 'workspace_id', 'signed_up_at'],
    collection: 'users',
  },
  read(row) {
    const id = row.need('missing-id', 'This user has no id', 'id');
    const role = row.text('role');
    if (role && role !== 'end-user') return skip('colleague', { role });
    if (row.flag('active') === false) return skip('deleted-there', { system: 'Zendesk' });
    const organization = row.text('organization_id');
    const zone = row.text('iana_time_zone', 'time_zone');
    return personSaid(row, {
      key: `user:${id}`,
      at: row.moment('updated_at', 'created_at'),
      emails: row.emails('email'),
      phones: row.texts('phone', 'shared_phone_number'),
      profile: {
        fullName: row.text('name'),
        language: row.text('locale'),
        timeZone: zone && isTimeZone(zone) ? zone : undefined,
        tags: row.list(/[\s,]+/, 'tags').slice(0, 50),
        extra: {
          ...pick({
            notes: row.text('notes'),
            details: row.text('details'),
            'external id': row.text('external_id'),
          }),
        },
      },
      companies: organization ? [{ key: `organization:${organization}` }] : [],
    });
  },
});

/** Zendesk organizations. */
export const zendeskOrganizations = defineFormat({
  name: 'zendesk-organizations',
  system: 'zendesk',
  label: 'Zendesk organizations',
  order: 10,
  marks: {
    needs: [['id'], ['name'], ['shared_tickets', 'domain_names', 'organization_fields']],
    likes: ['shared_comments', 'details', 'notes', 'group_id', 'external_id'],
    never: ['email', 'role', 'subject', 'requester_id'],
    collection: 'organizations',
  },
  read(row) {
    const id = row.need('missing-id', 'This organization has no id', 'id');
    const name = row.text('name');
    const domains = row
      .list(/[\s,;]+/, 'domain_names')
      .map(domainOf)
      .filter((domain) => domain !== undefined);
    return companySaid(row, {
      key: `organization:${id}`,
      at: row.moment('updated_at', 'created_at'),
      ...(name ? { name } : {}),
      ...(domains[0] ? { domain: domains[0] } : {}),
      profile: {
        name,
        domain: domains[0],
        extra: pick({
          notes: row.text('notes'),
          details: row.text('details'),
          'external id': row.text('external_id'),
          'more domains': domains.slice(1).join(', ') || undefined,
        }),
      },
    });
  },
});

const pick = (members: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => Boolean(member[1])),
  );
