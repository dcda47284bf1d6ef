import type { MessageId } from '#lib/intl/words.ts';

/** The roles of people, in the order in which they are offered. */
export const personRoles = [
  'SALES_REP',
  'SALES_LEAD',
  'MARKETER',
  'SUPPORT_AGENT',
  'SUPPORT_LEAD',
  'PRIVACY_OFFICER',
  'ADMIN',
] as const;

/** What somebody, or a machine, is here. */
export type Role = (typeof personRoles)[number] | 'MACHINE';

/** What people of each role do here, as a message. */
export const roleWords: Record<Role, MessageId> = {
  SALES_REP: 'access.salesRep',
  SALES_LEAD: 'access.salesLead',
  MARKETER: 'access.marketer',
  SUPPORT_AGENT: 'access.supportAgent',
  SUPPORT_LEAD: 'access.supportLead',
  PRIVACY_OFFICER: 'access.privacyOfficer',
  ADMIN: 'access.admin',
  MACHINE: 'access.machine',
};
