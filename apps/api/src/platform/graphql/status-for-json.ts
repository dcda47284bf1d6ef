import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** Codes of requests that could be read, and whose document or variables are wrong. */
const readable = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * GraphQL over HTTP asks that an answer of type `application/json` is 200 once the request could be read, and keeps 400 for
 * `application/graphql-response+json`. Apollo answers 400 to both.
 */
export const statusForJson: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '*/*';
        if (response.http.status !== 400 || accept.includes('application/graphql-response+json')) return;
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        if (errors?.every((error) => readable.has(String(error.extensions?.code))))
          response.http.status = 200;
      },
    };
  },
};
