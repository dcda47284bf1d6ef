import { consentSaid, defineFormat } from '#modules/house';
import { personSaid } from './person-said.ts';

/** Mautic contacts, as its import and export name their fields. */
export const mauticContacts = defineFormat({
  name: 'mautic-contacts',
  system: 'mautic',
  label: 'Mautic contacts',
  order: 20,
  hasPhones: true,
  marks: {
    needs: [
      ['firstname', 'lastname', 'email'],
      ['doNotEmail', 'attribution', 'foursquare', 'points', 'attribution_date'],
      ['address1', 'position', 'zipcode', 'mobile'],
    ],
    likes: ['doNotEmail', 'attribution', 'position', 'address1', 'zipcode', 'points'],
    never: ['Record ID'],
  },
  read(row) {
    const id = row.text('id');
    const at = row.moment('date_modified', 'last_active', 'date_added');
    const refuses = row.flag('doNotEmail');
    const company = row.text('company');
    const role = row.text('position');
    const street = [row.text('address1'), row.text('address2')].filter(Boolean).join(', ');
    const network = (kind: string) => row.texts(kind).map((value) => ({ kind, value }));
    const person = personSaid(row, {
      ...(id ? { key: `contact:${id}` } : {}),
      at,
      emails: row.emails('email'),
      phones: row.texts('phone', 'mobile'),
      handles: ['facebook', 'foursquare', 'instagram', 'linkedin', 'skype', 'twitter'].flatMap(network),
      profile: {
        givenName: row.text('firstname'),
        familyName: row.text('lastname'),
        jobTitle: role,
        street,
        city: row.text('city'),
        region: row.text('state'),
        postcode: row.text('zipcode'),
        country: row.text('country'),
        website: row.text('website'),
        ownerName: row.text('owner', 'ownerusername'),
        lifecycle: row.text('stage'),
        tags: row.list(/\|/, 'tags').slice(0, 50),
        extra: row.extra(),
      },
      companies: company ? [{ name: company, ...(role ? { role } : {}) }] : [],
    });
    const { key, emails } = person.person!;
    return refuses ? [person, consentSaid({ key, emails }, person.subjectKey, 'withdrawn', at)] : person;
  },
});
