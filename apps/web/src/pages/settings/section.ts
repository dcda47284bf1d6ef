import { type AuditSearch, readAuditSearch } from '#features/access';
import { oneOf } from '#lib/search-params.ts';

const sections = [
  'me',
  'people',
  'sources',
  'keys',
  'desk',
  'macros',
  'fields',
  'surveys',
  'reviews',
  'channels',
  'audit',
] as const;

/** A part of the settings. */
export type SettingsSection = (typeof sections)[number];

/** What the address of the settings says. */
export interface SettingsSearch extends AuditSearch {
  section?: SettingsSection | undefined;
}

/** Which part of the settings an address names, and what the trail is narrowed to. */
export function readSettingsSearch(raw: Record<string, unknown>): SettingsSearch {
  const section = sections.find((each) => each === oneOf(raw.section));
  return { ...(section ? { section } : {}), ...(section === 'audit' ? readAuditSearch(raw) : {}) };
}
