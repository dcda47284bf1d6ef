import type { DocumentNode } from 'graphql';
import type { Permission } from '#modules/access';
import { type Db, tookTooLong } from '#platform/database';
import { mistake, type Viewer } from '#platform/graphql';
import type { LookAhead } from '#platform/look-ahead';

/** One operation, as far as it has been read. */
export interface AskedOperation {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables: Record<string, unknown>;
}

/** Answers an operation with the JSON text of its `data`, or `undefined`: then the resolvers answer. */
export type AnswerAhead = (viewer: Viewer, asked: AskedOperation) => Promise<string | undefined> | undefined;

/**
 * Answers a query with the one statement it compiles to; what PostgreSQL wrote is the answer. The document must have been
 * found valid. What a role may not ask, what has no reading, and what fails is left to the resolvers, who know what to say.
 */
export function answerAhead(
  db: Db,
  lookAhead: LookAhead,
  mayAskBy: Permission['mayAskBy'],
  onFailure: (error: unknown) => void,
): AnswerAhead {
  return (viewer, asked) => {
    if (viewer.kind !== 'user' || !mayAskBy(viewer.role, asked)) return undefined;
    const asking = lookAhead.ask({ ...asked, asker: viewer });
    if ('not' in asking) return undefined;
    return db.named<{ data: string }>(asking.name, asking.sql, asking.values).then(
      (rows) => rows[0]?.data,
      (error) => {
        // The resolvers would only make them wait once more.
        if (tookTooLong(error)) throw mistake('TOO_SLOW', 'This takes too long; ask for less.');
        onFailure(error);
        return undefined;
      },
    );
  };
}
