import type { MessageId, Say } from './intl/words.ts';

const known = [
  'CUSTOMER_MISSING',
  'BAD_EMAIL',
  'BAD_PHONE',
  'NAME_NEEDED',
  'KNOWN_ALREADY',
  'DECISION_MISSING',
  'NOT_A_MERGE',
  'UNDONE_ALREADY',
  'NOTHING_TO_SEPARATE',
  'SAME_CUSTOMER',
  'MERGED_ALREADY',
  'DOUBT_SETTLED',
  'RECORD_MISSING',
  'ALONE_ALREADY',
  'NOT_FOUND',
  'NOT_YOURS',
  'NO_WORDS',
  'NO_SUCH_DAY',
  'NOT_KEEPABLE',
  'IMPORT_MISSING',
  'FILE_MISSING',
  'NOT_NOW',
  'CANNOT_READ',
  'BAD_READING',
  'BAD_MAPPING',
  'BAD_SOURCE',
  'BAD_NETWORK',
  'BAD_EXPIRY',
  'BAD_ROLE',
  'PASSWORD_NEEDED',
  'BAD_LANGUAGE',
  'TOO_LARGE',
  'FORBIDDEN',
  'NO_SUCH_STAGE',
  'REASON_NEEDED',
  'STANDS_THERE',
  'NOTHING_TO_PUBLISH',
] as const;

/** A refusal in the reader's language; one that has no words here, in the server's. */
export function refusalText(refusal: { code: string; message: string }, say: Say): string {
  const code = known.find((each) => each === refusal.code);
  return code ? say(`lib.refusal.${code}` satisfies MessageId) : refusal.message;
}
