import type { Format } from '#modules/house';
import { csvTickets } from './csv-tickets.ts';
import { hubspotTickets } from './hubspot-tickets.ts';
import { intercomConversations, intercomParts } from './intercom-conversations.ts';
import { salesforceCases } from './salesforce-cases.ts';
import { zendeskComments } from './zendesk-comments.ts';
import { zendeskAudits, zendeskPolicies, zendeskTicketHistory } from './zendesk-history.ts';
import { zendeskTickets } from './zendesk-tickets.ts';

/** The files of other systems that tell of support. */
export const supportFormats: Format[] = [
  hubspotTickets,
  salesforceCases,
  zendeskTickets,
  zendeskTicketHistory,
  zendeskComments,
  zendeskAudits,
  zendeskPolicies,
  intercomConversations,
  intercomParts,
  csvTickets,
];
