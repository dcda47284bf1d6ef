import type { ApolloClient } from '@apollo/client';
import { type CustomerFilter, type CustomerSort, graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { isSelected, type Selection } from './selection.ts';

const everyId = graphql(`
  query EverySelected($filter: CustomerFilter, $sort: CustomerSort, $after: String) {
    customers(filter: $filter, sort: $sort, first: 100, after: $after) {
      edges { cursor node { id ownerName tags } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const assign = graphql(`
  mutation AssignOwner($ids: [ID!]!, $ownerName: String) {
    assignOwner(customerIds: $ids, ownerName: $ownerName) { id ownerName }
  }
`);

const tag = graphql(`
  mutation TagCustomers($ids: [ID!]!, $add: [String!], $remove: [String!]) {
    tagCustomers(customerIds: $ids, add: $add, remove: $remove) { id tags }
  }
`);

/** A chosen customer as they were before the change: what undoing needs. */
export interface Chosen {
  id: string;
  ownerName: string | null;
  tags: readonly string[];
}

/** The question that a list asks. */
export interface Question {
  filter: CustomerFilter | null;
  sort: CustomerSort;
}

const portion = 100;

/** Everybody who is chosen, those never shown included: read page by page, past the rows on the screen. */
export async function collectChosen(
  client: ApolloClient,
  selection: Selection,
  question: Question,
): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  let after: string | null = null;
  do {
    const page: Page = await readPage(client, question, after);
    for (const { node } of page.edges) if (isSelected(selection, node.id)) chosen.push(node);
    const everyoneFound = selection.mode === 'some' && chosen.length === selection.ids.size;
    after = page.pageInfo.hasNextPage && !everyoneFound ? page.pageInfo.endCursor : null;
  } while (after);
  return chosen;
}

type Page = ResultOf<typeof everyId>['customers'];

async function readPage(client: ApolloClient, question: Question, after: string | null): Promise<Page> {
  const { data } = await client.query({
    query: everyId,
    variables: { ...question, after },
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('The list could not be read');
  return data.customers;
}

async function inPortions(ids: readonly string[], act: (ids: string[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < ids.length; at += portion) await act(ids.slice(at, at + portion));
}

/** Gives customers an owner (or none); answers how to give each back to whom they had. */
export async function assignOwner(
  client: ApolloClient,
  chosen: readonly Chosen[],
  ownerName: string | null,
): Promise<() => Promise<void>> {
  const give = (ids: readonly string[], owner: string | null) =>
    inPortions(ids, (some) =>
      client.mutate({ mutation: assign, variables: { ids: some, ownerName: owner } }),
    );
  await give(
    chosen.map(({ id }) => id),
    ownerName,
  );
  return async () => {
    for (const owner of new Set(chosen.map((each) => each.ownerName))) {
      await give(
        chosen.filter((each) => each.ownerName === owner).map(({ id }) => id),
        owner,
      );
    }
  };
}

/** Takes a tag off customers; answers how to put it on again where it was. */
export async function removeTag(
  client: ApolloClient,
  chosen: readonly Chosen[],
  word: string,
): Promise<() => Promise<void>> {
  const having = chosen.filter(({ tags }) => tags.includes(word)).map(({ id }) => id);
  await inPortions(having, (ids) => client.mutate({ mutation: tag, variables: { ids, remove: [word] } }));
  return () => inPortions(having, (ids) => client.mutate({ mutation: tag, variables: { ids, add: [word] } }));
}

/** Puts a tag on customers; answers how to take it off again from those who did not have it. */
export async function addTag(
  client: ApolloClient,
  chosen: readonly Chosen[],
  word: string,
): Promise<() => Promise<void>> {
  const without = chosen.filter(({ tags }) => !tags.includes(word)).map(({ id }) => id);
  await inPortions(without, (ids) => client.mutate({ mutation: tag, variables: { ids, add: [word] } }));
  return () =>
    inPortions(without, (ids) => client.mutate({ mutation: tag, variables: { ids, remove: [word] } }));
}
