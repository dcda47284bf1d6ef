import { isPassingTrouble } from './passing-trouble.ts';

/** What people are told of a surprise, whatever door it came out of: never what it was, but whether asking again helps. */
export const saySurprise = (
  error: unknown,
): { message: string; code: 'TRY_AGAIN' | 'INTERNAL_SERVER_ERROR' } =>
  isPassingTrouble(error)
    ? { message: 'The database is away for a moment. Please try again.', code: 'TRY_AGAIN' }
    : { message: 'Something went wrong on our side.', code: 'INTERNAL_SERVER_ERROR' };
