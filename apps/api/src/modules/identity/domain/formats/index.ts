import type { Format } from '#modules/house';
import { csvPeople } from './csv-people.ts';
import { hubspotCompanies } from './hubspot-companies.ts';
import { hubspotContacts } from './hubspot-contacts.ts';
import { hubspotMerges } from './hubspot-merges.ts';
import { intercomContacts } from './intercom-contacts.ts';
import { mauticContacts } from './mautic-contacts.ts';
import { salesforceAccounts } from './salesforce-accounts.ts';
import { salesforceContacts, salesforceLeads } from './salesforce-people.ts';
import { zendeskOrganizations, zendeskUsers } from './zendesk-people.ts';

/** The files of other systems that describe people and companies. */
export const identityFormats: Format[] = [
  hubspotCompanies,
  hubspotContacts,
  hubspotMerges,
  salesforceAccounts,
  salesforceContacts,
  salesforceLeads,
  zendeskOrganizations,
  zendeskUsers,
  intercomContacts,
  mauticContacts,
  csvPeople,
];
