import { compareNames } from './compare-names.ts';
import { type GoldenCustomer, singleValues } from './golden.ts';
import { readName } from './name.ts';

/** Both customers and what they become. */
export interface MergeOutcome {
  survivor: GoldenCustomer;
  other: GoldenCustomer;
  result: GoldenCustomer;
  /** Names of sources in which both have a record of their own. */
  sharedSources: readonly string[];
  /** Whether somebody has said that they are two people. */
  keptApart: boolean;
}

const fields = ['displayName', 'email', 'phone', ...singleValues] as const;

/** Says which values differ and what they become, and what somebody should look at before merging. */
export function describeMerge({ survivor, other, result, sharedSources, keptApart }: MergeOutcome): {
  fields: { field: string; survivorValue: string | null; otherValue: string | null; result: string | null }[];
  warnings: string[];
} {
  const differing = fields
    .filter((field) => survivor[field] !== other[field])
    .map((field) => ({
      field,
      survivorValue: survivor[field],
      otherValue: other[field],
      result: result[field],
    }));
  const warnings: string[] = [];
  const verdict = compareNames(nameOf(survivor), nameOf(other));
  if (verdict === 'relatives')
    warnings.push('Same family name, different given name: these may be relatives.');
  if (verdict === 'different') warnings.push('The names have nothing in common.');
  if (verdict === 'suffix') warnings.push('One is the senior and one the junior.');
  if (survivor.birthDate && other.birthDate && survivor.birthDate !== other.birthDate)
    warnings.push('The dates of birth differ.');
  for (const source of sharedSources) warnings.push(`Both have a record of their own in ${source}.`);
  if (keptApart) warnings.push('Somebody has said that these are two people.');
  return { fields: differing, warnings };
}

const nameOf = ({ givenName, familyName, nameSuffix, displayName }: GoldenCustomer) =>
  readName({
    ...(givenName || familyName ? {} : { fullName: displayName }),
    ...(givenName ? { givenName } : {}),
    ...(familyName ? { familyName } : {}),
    ...(nameSuffix ? { nameSuffix } : {}),
  });
