/** Why a place in a company is not written down. */
export interface PlaceRefusal {
  code:
    | 'CUSTOMER_MISSING'
    | 'COMPANY_MISSING'
    | 'COMPANY_NEEDED'
    | 'BAD_DOMAIN'
    | 'PLACE_MISSING'
    | 'PLACE_KNOWN'
    | 'NOT_OURS'
    | 'TOO_LONG'
    | 'DAY_AHEAD'
    | 'ENDS_BEFORE';
  message: string;
  field: string;
}

/** Nobody has this id. */
export const customerMissing: PlaceRefusal = {
  code: 'CUSTOMER_MISSING',
  message: 'Nobody has this id.',
  field: 'customerId',
};

/** No record ever put them into this company. */
export const placeMissing: PlaceRefusal = {
  code: 'PLACE_MISSING',
  message: 'Nobody says that they belong to this company.',
  field: 'companyId',
};

const roleAtMost = 200;

/** Says what is wrong with the words for somebody's part. */
export const wordless = (role: string | null | undefined): PlaceRefusal | null =>
  role && role.trim().length > roleAtMost
    ? { code: 'TOO_LONG', message: `A role has at most ${roleAtMost} characters.`, field: 'role' }
    : null;

// Where it is already tomorrow, today is no day ahead.
const furthestEast = 14 * 3_600_000;

/**
 * Says what is wrong with the days of a place, each ISO `YYYY-MM-DD`. Neither lies ahead: what shows who belongs where is written when
 * somebody speaks, not when a day comes.
 */
export function refusalOfDays(
  { since, until }: { since: string | null; until: string | null },
  now: Date,
): PlaceRefusal | null {
  const today = new Date(now.getTime() + furthestEast).toISOString().slice(0, 10);
  for (const [field, day] of [
    ['since', since],
    ['until', until],
  ] as const)
    if (day && day > today) return { code: 'DAY_AHEAD', message: 'This day has not come yet.', field };
  return since && until && since > until
    ? { code: 'ENDS_BEFORE', message: 'It would end before it began.', field: 'until' }
    : null;
}
