import type { Department } from '#modules/house';

/** What people do here. A person has exactly one role; `machine` is what a key of a source is. */
export const roles = [
  'sales-rep',
  'sales-lead',
  'marketer',
  'support-agent',
  'support-lead',
  'privacy-officer',
  'admin',
  'machine',
] as const;

export type Role = (typeof roles)[number];

/** Roles a person can have. */
export const personRoles = roles.filter((role) => role !== 'machine');

/** The department a role belongs to; privacy officers and admins belong to none. */
export const departmentOfRole: Record<Role, Department | null> = {
  'sales-rep': 'sales',
  'sales-lead': 'sales',
  marketer: 'marketing',
  'support-agent': 'support',
  'support-lead': 'support',
  'privacy-officer': null,
  admin: null,
  machine: null,
};

/** True for a word that is a role. */
export const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);
