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

/** Which part of the settings an address names. */
export function readSettingsSearch(raw: Record<string, unknown>): { section?: SettingsSection } {
  const section = sections.find((each) => each === oneOf(raw.section));
  return section ? { section } : {};
}
