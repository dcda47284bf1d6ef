import type { PersonClaim } from './claims.ts';
import type { StoredRecord } from './data/read-people.ts';
import { compareNames } from './domain/compare-names.ts';
import { identifierKey } from './domain/identifiers.ts';
import { isNameless } from './domain/name.ts';
import type { Evidence } from './domain/resolve.ts';
import { absorb } from './domain/statement.ts';

/** A source's own record, and what is known of it. */
export interface OwnRecord {
  record: StoredRecord;
  evidence: Evidence;
}

/**
 * Claims without an id of which it is known already which of the source's own records they mean, and which say nothing that it has not
 * said: nothing about anybody has to be asked for them. To each the id of the record. `owned` are all of the source's records that have an identifier of any such claim.
 * Where another claim of the set may change that record, or make one like it, who is meant is only known when it has been decided.
 */
export function quietClaims(
  claims: readonly PersonClaim[],
  owned: readonly OwnRecord[],
): ReadonlyMap<PersonClaim, string> {
  const quiet = new Map<PersonClaim, OwnRecord>();
  if (owned.length === 0) return new Map();
  const holding = holdersAmong(owned);
  const joining = new Set(claims.flatMap(({ joins, place }) => (joins ? [place] : [])));
  for (const claim of claims) {
    if (claim.key || joining.has(claim.place)) continue;
    const own = onlyOwn(claim, holding);
    if (own && isMeant(claim, own) && saysNothingNew(claim, own)) quiet.set(claim, own);
  }
  let before: number;
  do {
    before = quiet.size;
    const touched = touchedBy(claims.filter((claim) => !quiet.has(claim)));
    for (const [claim, { record, evidence }] of quiet)
      if (
        touched.has(record.key) ||
        [...claim.identifiers, ...evidence.identifiers].some((one) => touched.has(identifierKey(one)))
      )
        quiet.delete(claim);
  } while (quiet.size < before);
  return new Map([...quiet].map(([claim, { record }]) => [claim, record.recordId]));
}

function holdersAmong(owned: readonly OwnRecord[]): Map<string, OwnRecord[]> {
  const holding = new Map<string, OwnRecord[]>();
  for (const own of owned)
    for (const identifier of own.evidence.identifiers) {
      if (identifier.weak) continue;
      const key = identifierKey(identifier);
      const known = holding.get(key);
      if (known) known.push(own);
      else holding.set(key, [own]);
    }
  return holding;
}

function onlyOwn(claim: PersonClaim, holding: ReadonlyMap<string, OwnRecord[]>): OwnRecord | null {
  let only: OwnRecord | null = null;
  for (const identifier of claim.identifiers) {
    if (identifier.weak) continue;
    for (const own of holding.get(identifierKey(identifier)) ?? []) {
      if (only && own.record.recordId !== only.record.recordId) return null;
      only = own;
    }
  }
  return only;
}

// By the record's own name: what its customer is called is only asked where that says nothing.
function isMeant({ name }: PersonClaim, { evidence }: OwnRecord): boolean {
  if (isNameless(name)) return true;
  const verdict = compareNames(name, evidence.name);
  return verdict === 'same' || verdict === 'compatible';
}

function saysNothingNew({ statement, at }: PersonClaim, { record }: OwnRecord): boolean {
  const { changed, newer } = absorb(record.current, statement, at);
  return !changed && !newer;
}

function touchedBy(claims: readonly PersonClaim[]): Set<string> {
  const touched = new Set<string>();
  for (const { key, derivedKeys, identifiers } of claims) {
    if (key) touched.add(key);
    for (const derived of derivedKeys) touched.add(derived);
    for (const identifier of identifiers) touched.add(identifierKey(identifier));
  }
  return touched;
}
