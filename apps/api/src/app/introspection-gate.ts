import type { ApolloServerPlugin } from '@apollo/server';
import { asksForSchema, mistake, type RequestContext } from '#platform/graphql';

/** Answers questions about the schema itself only for roles that develop against it. */
export const introspectionGate = (
  mayIntrospect: (role: string) => boolean,
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (!asksForSchema(document) || mayIntrospect(contextValue.viewer.role)) return;
        throw contextValue.viewer.kind === 'anonymous'
          ? mistake('UNAUTHENTICATED', 'Sign in first.')
          : mistake('FORBIDDEN', 'Your role may not ask about the schema.');
      },
    };
  },
});
