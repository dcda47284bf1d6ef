import type { DocumentNode } from 'graphql';
import type { Permission } from '#modules/access';
import { type AskText, tookTooLong } from '#platform/database';
import { mistake, type Viewer } from '#platform/graphql';
import type { LookAhead } from '#platform/look-ahead';

/** One operation, as far as it has been read. */
export interface AskedOperation {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables: Record<string, unknown>;
}

/** Answers an operation with the bytes of its whole answer, or `undefined`: then the resolvers answer. */
export type AnswerAhead = (viewer: Viewer, asked: AskedOperation) => Promise<Buffer | undefined> | undefined;

/**
 * Answers a query with the one statement it compiles to; what PostgreSQL wrote is the answer. The document must have been
 * found valid. What a role may not ask, what has no reading, and what fails is left to the resolvers, who know what to say.
 */
export function answerAhead(
  askText: AskText,
  lookAhead: LookAhead,
  mayAskBy: Permission['mayAskBy'],
  onFailure: (error: unknown) => void,
): AnswerAhead {
  return (viewer, asked) => {
    if (viewer.kind !== 'user' || !mayAskBy(viewer.role, asked)) return undefined;
    const asking = lookAhead.ask({ ...asked, asker: viewer });
    if ('not' in asking) return undefined;
    return askText(asking.name, asking.sql, asking.values).then(
      (answer) => answer ?? undefined,
      (error) => {
        // The resolvers would only make them wait once more.
        if (tookTooLong(error)) throw mistake('TOO_SLOW', 'This takes too long; ask for less.');
        onFailure(error);
        return undefined;
      },
    );
  };
}
