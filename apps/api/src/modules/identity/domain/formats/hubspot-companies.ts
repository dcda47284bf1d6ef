import { defineFormat, skip } from '#modules/house';
import { companySaid, domainOf } from './person-said.ts';

/** HubSpot companies: screen export and internal names. */
export const hubspotCompanies = defineFormat({
  name: 'hubspot-companies',
  system: 'hubspot',
  label: 'HubSpot companies',
  order: 10,
  marks: {
    needs: [
      ['Record ID', 'hs_object_id', 'id'],
      ['Company name', /^property_name$/, 'name'],
      ['Company Domain Name', 'Company owner', /^property_/, 'hs_object_id'],
    ],
    likes: ['Industry', 'City', 'Company owner', 'Company Domain Name'],
    never: ['First Name', 'Last Name', 'Email', 'Deal Name', 'Ticket name', 'subject'],
  },
  read(row) {
    if (row.flag('is_deleted', '_fivetran_deleted')) return skip('deleted-there', { system: 'HubSpot' });
    const id = row.need('missing-id', 'This company has no Record ID', 'Record ID', 'hs_object_id', 'id');
    const name = row.text('Company name', 'name');
    const domain = domainOf(row.text('Company Domain Name', 'Domain'));
    return companySaid(row, {
      key: `company:${id}`,
      at: row.moment(
        'Last Modified Date',
        'hs_lastmodifieddate',
        'Last Activity Date',
        'Create Date',
        'createdate',
      ),
      ...(name ? { name } : {}),
      ...(domain ? { domain } : {}),
      profile: {
        name,
        domain,
        industry: row.text('Industry'),
        phone: row.text('Phone Number', 'phone'),
        street: row.text('Street Address', 'address'),
        city: row.text('City'),
        region: row.text('State/Region', 'state'),
        postcode: row.text('Postal Code', 'zip'),
        country: row.text('Country/Region', 'country'),
        website: row.text('Website URL', 'website'),
        ownerName: row.text('Company owner'),
        extra: row.extra(),
      },
    });
  },
});
