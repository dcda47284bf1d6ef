import { type CompanyRef, defineFormat, type RowReader, type Said, skip } from '#modules/house';
import { personSaid } from './person-said.ts';

/** HubSpot contacts: the screen export with its labels, and the internal names of its API and of warehouses. */
export const hubspotContacts = defineFormat({
  name: 'hubspot-contacts',
  system: 'hubspot',
  label: 'HubSpot contacts',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [
      ['Record ID', 'hs_object_id', 'id', 'vid'],
      ['Email', 'First Name', 'Last Name'],
      [/^property_/, 'Record ID', 'hs_object_id', 'vid', 'Lifecycle Stage', 'hs_calculated_merged_vids'],
    ],
    likes: ['First Name', 'Last Name', 'Email', 'Job Title'],
    never: ['Deal Name', 'Deal Stage', 'Ticket name', 'Company Domain Name', 'engagement_id'],
  },
  read(row) {
    if (row.flag('_fivetran_deleted', 'is_deleted', 'Archived'))
      return skip('deleted-there', { system: 'HubSpot' });
    const id = row.need(
      'missing-id',
      'This contact has no Record ID',
      'Record ID',
      'hs_object_id',
      'id',
      'vid',
    );
    const at = row.moment(
      'Last Modified Date',
      'lastmodifieddate',
      'Last Activity Date',
      'Create Date',
      'createdate',
      'created_at',
    );
    const companies = companiesOf(row);
    const merges = mergesOf(row, id);
    const person = personSaid(row, {
      key: `contact:${id}`,
      at,
      emails: row.emails('Email', 'Additional Emails', 'hs_additional_emails', 'Work email'),
      phones: row.texts('Phone Number', 'phone', 'Mobile Phone Number', 'mobilephone'),
      profile: {
        givenName: row.text('First Name'),
        familyName: row.text('Last Name'),
        jobTitle: row.text('Job Title'),
        language: row.text('Preferred language', 'hs_language'),
        street: row.text('Street Address', 'address'),
        city: row.text('City'),
        region: row.text('State/Region', 'state'),
        postcode: row.text('Postal Code', 'zip'),
        country: row.text('Country/Region', 'country'),
        website: row.text('Website URL', 'website'),
        ownerName: row.text('Contact owner'),
        lifecycle: row.text('Lifecycle Stage'),
        extra: row.extra(),
      },
      companies,
    });
    return [person, ...merges];
  },
});

/** Ids of one cell, with the name of the first company beside them. */
function companiesOf(row: RowReader): CompanyRef[] {
  const name = row.text('Company Name', 'company', 'Associated Company');
  const role = row.text('Job Title');
  const ids = row.list(/;/, 'Associated Company IDs', 'associatedcompanyid');
  const named = (id: string | undefined, at: number): CompanyRef => ({
    ...(id && /^\d+$/.test(id) ? { key: `company:${id}` } : id ? { name: id } : {}),
    ...(at === 0 && name ? { name } : {}),
    ...(role ? { role } : {}),
  });
  return ids.length ? ids.map(named) : name ? [named(undefined, 0)] : [];
}

/** `vid:milliseconds;vid:milliseconds`: the contacts that were merged into this one. */
function mergesOf(row: RowReader, id: string): Said[] {
  return row.list(/;/, 'hs_calculated_merged_vids', 'Merged vids').flatMap((merge) => {
    const [loser, ms] = merge.split(':');
    if (!loser || loser === id) return [];
    const at = ms && /^\d{12,13}$/.test(ms) ? new Date(Number(ms)).toISOString() : undefined;
    return [mergeSaid(`contact:${id}`, `contact:${loser}`, at)];
  });
}

/** The signal that one record of a source was merged into another there. */
export const mergeSaid = (survivor: string, loser: string, at: string | undefined): Said => ({
  kind: 'merge',
  subjectKey: `merge:${loser}`,
  at,
  person: { key: survivor },
  others: [{ key: loser }],
  body: {},
});
