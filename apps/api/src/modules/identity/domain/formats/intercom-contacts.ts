import { consentSaid, defineFormat, skip } from '#modules/house';
import { personSaid } from './person-said.ts';

/** Intercom contacts (users and leads), each version of them as one row. */
export const intercomContacts = defineFormat({
  name: 'intercom-contacts',
  system: 'intercom',
  label: 'Intercom contacts',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [
      ['id'],
      ['email'],
      ['role'],
      ['signed_up_at', 'last_seen_at', 'unsubscribed_from_emails', 'workspace_id'],
    ],
    likes: [
      'name',
      'external_id',
      'last_replied_at',
      'has_hard_bounced',
      'marked_email_as_spam',
      'location_city',
    ],
    never: ['requester_id', 'ticket_restriction'],
    collection: 'data',
  },
  read(row) {
    const id = row.need('missing-id', 'This contact has no id', 'id');
    const role = row.text('role');
    if (role === 'admin') return skip('colleague', { role });
    const at = row.moment('updated_at', 'created_at');
    const left = row.flag('unsubscribed_from_emails') || row.flag('marked_email_as_spam');
    const reason = row.flag('marked_email_as_spam') ? 'marked a mail as spam' : undefined;
    const key = `contact:${id}`;
    const person = personSaid(row, {
      key,
      at,
      emails: row.emails('email'),
      phones: row.texts('phone'),
      profile: {
        fullName: row.text('name'),
        jobTitle: row.text('custom_job_title'),
        language: row.text('language_override', 'browser_language'),
        city: row.text('location_city', 'location.city'),
        region: row.text('location_region', 'location.region'),
        country: row.text('location_country', 'location.country'),
        lifecycle: role,
        extra: row.extra(),
      },
      companies: companyOf(row.text('custom_organisation_name')),
    });
    return left ? [person, consentSaid({ key }, key, 'withdrawn', at, { evidence: { reason } })] : person;
  },
});

const companyOf = (name: string | undefined) => (name ? [{ name }] : []);
