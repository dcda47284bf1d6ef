import { GraphQLError } from 'graphql';

/** Codes of mistakes the caller can mend. Everything else is a surprise and is masked. */
export const mistakeCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'THROTTLED',
  'TOO_LARGE',
  'TOO_SLOW',
  'UNKNOWN_DOCUMENT',
  'RESYNC',
] as const;

/** One of them. */
export type MistakeCode = (typeof mistakeCodes)[number];

/** A mistake of the caller, shown to them as it is: `errors[].extensions.code`. */
export function mistake(
  code: MistakeCode,
  message: string,
  extra: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extra, code } });
}
