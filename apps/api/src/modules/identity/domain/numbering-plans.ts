import metadata from 'libphonenumber-js/min/metadata';

/** What is asked of a country's numbering plan. */
interface Plan {
  lengths: readonly number[];
  /** What is dialled before a number within the country, and is no part of it. */
  prefix: string;
}

// Places in the lists of libphonenumber's metadata.
const [lengthsAt, prefixAt, prefixRuleAt] = [3, 5, 7];

/** Plans of the calling codes that one country has for itself and whose numbers are written abroad as at home, but for a prefix. */
const plans = new Map<string, Plan>();
for (const [code, countries] of Object.entries(metadata.country_calling_codes)) {
  const plan =
    countries.length === 1 ? (metadata.countries[countries[0]!] as unknown[] | undefined) : undefined;
  if (!plan || plan[prefixRuleAt]) continue;
  plans.set(code, { lengths: plan[lengthsAt] as number[], prefix: String(plan[prefixAt] || '') });
}

const longestCode = 3;

/**
 * Where a country's own number begins in these digits of an international number, when they can be nothing but a calling code and a number
 * of a length that the country has; 0 where that is for the full grammar to say, which takes twenty times as long.
 */
export function plainNationalPart(digits: string): number {
  for (let length = 1; length <= longestCode; length += 1) {
    const plan = plans.get(digits.slice(0, length));
    if (!plan) continue;
    const { prefix, lengths } = plan;
    return lengths.includes(digits.length - length) && !(prefix && digits.startsWith(prefix, length))
      ? length
      : 0;
  }
  return 0;
}
