import { type FieldPolicy, InMemoryCache, type Reference } from '@apollo/client/cache';
import { joinPart, joinParts } from './join-parts.ts';

interface Edge {
  cursor: string;
  node: Reference;
}

interface Connection {
  edges: readonly Edge[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * Joins a page to what is already known of a list. A following page goes behind the row whose cursor it names; a first
 * page replaces the list, except that rows behind it stay when it still ends on the same row (a refresh in the background).
 */
export function joinPages(
  existing: Connection | undefined,
  incoming: Connection,
  after?: string | null,
): Connection {
  if (!existing) return incoming;
  if (after) {
    const at = existing.edges.findIndex((edge) => edge.cursor === after);
    const before = at < 0 ? existing.edges : existing.edges.slice(0, at + 1);
    return { ...incoming, edges: [...before, ...incoming.edges] };
  }
  const last = incoming.edges.at(-1);
  const at = last ? existing.edges.findIndex((edge) => edge.cursor === last.cursor) : -1;
  if (at < 0 || at === existing.edges.length - 1) return incoming;
  return {
    ...incoming,
    edges: [...incoming.edges, ...existing.edges.slice(at + 1)],
    pageInfo: existing.pageInfo,
  };
}

const pages = (keyArgs: string[]): FieldPolicy<Connection> => ({
  keyArgs,
  merge: (existing, incoming, { args }) => joinPages(existing, incoming, args?.after),
});

/** Makes the cache of one browser tab. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          customers: pages(['filter', 'sort']),
          doubts: pages(['order']),
          imports: pages([]),
          unreadableSignals: pages(['dismissed']),
          tasks: pages(['filter']),
          // A customer seen in a list is known by its id: the page's header need not wait.
          customer: {
            read: (known, { args, toReference }) =>
              known ?? toReference({ __typename: 'Customer', id: args?.id }),
          },
        },
      },
      Customer: {
        fields: {
          timeline: pages(['departments', 'kinds', 'before']),
          notesConnection: pages([]),
          ordersConnection: pages([]),
          dealsConnection: pages(['outcome']),
          emails: { merge: joinParts('display') },
          phones: { merge: joinParts('display') },
          companies: { merge: joinParts('company') },
          formerCompanies: { merge: joinParts('company') },
        },
      },
      Company: { fields: { dealsConnection: pages(['outcome']) } },
      ContentItem: { fields: { cells: { merge: joinParts('stage', 'department') } } },
      // Parts of a customer without an id of their own: several fragments each ask for some of their fields.
      CustomerSummary: { merge: true },
      CustomerProfile: { merge: true },
      CustomerStage: { merge: true },
      CustomerExperience: { merge: true },
      GoldenValue: { merge: joinPart('value') },
      PromiseCandidate: { merge: joinPart('minutes') },
      PreferredChannel: { merge: joinPart('channel') },
      Viewer: { merge: true },
      ReviewCase: { merge: true },
      MatchExplanation: { merge: true },
      // Counts and readings are replaced whole; a format is the same wherever it is named.
      ImportFormat: { keyFields: ['name'] },
      KeepablePromise: { keyFields: ['kind', 'channel'] },
    },
  });
}
