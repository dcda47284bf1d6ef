import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/**
 * GraphQL over HTTP asks that an answer of type `application/json` is 200 once the request could be read, and keeps 400 for
 * `application/graphql-response+json`. Apollo answers 400 to both.
 */
export const statusForJson: ApolloServerPlugin<BaseContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const type = response.http.headers.get('content-type') ?? '';
        const asked = request.http?.headers.get('accept') ?? '';
        if (
          response.http.status === 400 &&
          type.startsWith('application/json') &&
          asked.includes('application/json')
        )
          response.http.status = 200;
      },
    };
  },
};
