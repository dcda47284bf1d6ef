import type { MessageId, Say } from '#lib/intl/words.ts';
import { refusalText as anyRefusalText } from '#lib/refusal-text.ts';

const known: Record<string, MessageId> = {
  WRONG_CREDENTIALS: 'access.wrongCredentials',
  THROTTLED: 'access.throttled',
  WRONG_CODE: 'access.wrongCode',
  PASSWORD_TOO_WEAK: 'access.weakPassword',
  BAD_EMAIL: 'access.badEmail',
  NAME_NEEDED: 'access.nameNeeded',
  ALREADY_SET_UP: 'access.alreadySetUp',
  EMAIL_TAKEN: 'access.emailTaken',
  NO_DEMO: 'access.noDemo',
  LAST_ADMIN: 'access.lastAdmin',
  DEMO_USER: 'access.demoUser',
  DEMO_OVER: 'access.demoOver',
  NO_PASSWORD: 'access.noPassword',
  OWN_PASSWORD: 'access.ownPassword',
  BAD_SOURCE: 'access.badSource',
};

/** A refusal in the reader's language: with the words of sign-in and accounts, else with those of every room. */
export function refusalText(refusal: { code: string; message: string }, say: Say): string {
  const id = known[refusal.code];
  return id ? say(id) : anyRefusalText(refusal, say);
}
