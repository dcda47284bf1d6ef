import type { Format } from '#modules/house';
import { bankContacts } from './bank-contacts.ts';
import { hubspotForms } from './hubspot-forms.ts';
import { mailchimpAudience } from './mailchimp-audience.ts';
import {
  mailchimpActivity,
  mailchimpCampaigns,
  mailchimpLists,
  mailchimpSegments,
  mailchimpUnsubscribes,
} from './mailchimp-campaigns.ts';
import { mailchimpMembers } from './mailchimp-members.ts';

/** The files of other systems that tell of marketing. */
export const marketingFormats: Format[] = [
  mailchimpAudience,
  mailchimpMembers,
  mailchimpCampaigns,
  mailchimpActivity,
  mailchimpUnsubscribes,
  mailchimpLists,
  mailchimpSegments,
  hubspotForms,
  bankContacts,
];
