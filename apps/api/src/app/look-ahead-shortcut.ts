import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '#platform/graphql';
import type { AnswerAhead } from './answer-ahead.ts';
import type { Shortcut } from './graphql-server.ts';
import type { SettledDocuments } from './settled-documents.ts';

/** The text of a whole answer as it is, in the place of its `data`. */
class Verbatim {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Answers a query without execution the first time its document is seen: parsing, validation, limits and gates are Apollo's.
 * From then on the document is settled, and the route answers it without Apollo (`graphqlRoute`).
 */
export function lookAheadShortcut(answer: AnswerAhead, documents: SettledDocuments): Shortcut {
  const plugin: ApolloServerPlugin<RequestContext> = {
    async requestDidStart() {
      return {
        async responseForOperation({ request, source, document, operationName, contextValue, response }) {
          const asked = { document, operationName, variables: request.variables ?? {} };
          let whole: Buffer | undefined;
          try {
            whole = await answer(contextValue.viewer, asked);
          } catch (error) {
            if (!(error instanceof GraphQLError)) throw error;
            return {
              http: response.http,
              body: { kind: 'single', singleResult: { data: null, errors: [error.toJSON()] } },
            };
          }
          if (whole === undefined) return null;
          documents.settle(source, document);
          return {
            http: response.http,
            body: {
              kind: 'single',
              singleResult: { data: new Verbatim(whole.toString()) as unknown as Record<string, unknown> },
            },
          };
        },
      };
    },
  };
  return {
    plugin,
    stringify(value) {
      const { data } = value as { data?: unknown };
      return data instanceof Verbatim ? data.text : JSON.stringify(value);
    },
  };
}
