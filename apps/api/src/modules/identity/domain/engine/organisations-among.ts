import { looksLikeOrganisations } from './normalise-record.ts';
import type { EngineRecord } from './record.ts';

/** Records that are looked at before it is decided what a source is about. */
export const looked = 5_000;

/**
 * The sources whose full names are names of organisations: told by what most names of the source look like, unless anything of it is
 * a person's.
 */
export function organisationsAmong(records: readonly EngineRecord[]): Set<string> {
  const names = new Map<string, string[]>();
  const ofPeople = new Set<string>();
  for (const { source, fields } of records) {
    if (fields.given_name || fields.family_name || fields.birth_date || fields.gender) ofPeople.add(source);
    for (const name of fields.full_name ?? [])
      names.set(source, [...(names.get(source) ?? []).slice(-400), name]);
  }
  return new Set(
    [...names]
      .filter(([source, some]) => !ofPeople.has(source) && looksLikeOrganisations(some))
      .map(([source]) => source),
  );
}
