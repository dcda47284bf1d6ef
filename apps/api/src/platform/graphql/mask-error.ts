import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { saySurprise, tookTooLong } from '#platform/database';
import { mistakeCodes } from './errors.ts';

const forPeople: ReadonlySet<string> = new Set([
  ...mistakeCodes,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** Where surprises are written down. */
interface Journal {
  error(details: object, message: string): void;
}

/**
 * Shows mistakes of the caller as they are; a surprise becomes one sentence and a trace id under which the log has the rest.
 * A read that PostgreSQL ended because it took too long says so, and what passes by itself (PostgreSQL restarts, is full, or a lock took
 * too long) says that asking again helps.
 */
export const maskError =
  (log: Journal) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.code;
    if (typeof code === 'string' && forPeople.has(code)) {
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions };
    }
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (tookTooLong(cause))
      return {
        message: 'This takes too long; ask for less.',
        ...(formatted.path ? { path: formatted.path } : {}),
        extensions: { code: 'TOO_SLOW' },
      };
    const traceId = randomUUID();
    log.error({ err: cause, traceId, path: formatted.path }, 'A field failed');
    const { message, code: reason } = saySurprise(cause);
    return {
      message,
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      extensions: { code: reason, traceId },
    };
  };
