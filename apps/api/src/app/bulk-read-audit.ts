import type { ApolloServerPlugin } from '@apollo/server';
import type { BulkReadJournal, bulkReadsOf } from '#modules/access';
import type { RequestContext } from '#platform/graphql';

/** Writes down who read many persons at once, whichever way the answer was made. */
export const bulkReadAudit = (
  bulkReads: ReturnType<typeof bulkReadsOf>,
  journal: BulkReadJournal,
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ document, operationName, request, contextValue }) {
        if (!document || contextValue.viewer.kind === 'anonymous') return;
        journal.note(
          contextValue.viewer,
          bulkReads({ document, operationName, variables: request.variables ?? {} }),
        );
      },
    };
  },
});
