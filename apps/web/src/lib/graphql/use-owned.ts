import type { TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { FragmentOf, ResultOf, TadaDocumentNode } from 'gql.tada';
import type { FragmentDefinitionNode } from 'graphql';
import { sight } from '../viewer.ts';

// biome-ignore lint/suspicious/noExplicitAny: gql.tada's own constraint for "any fragment document".
type AnyFragment = TadaDocumentNode<any, any, any>;

/**
 * The fields that a component asked for in its fragment, kept fresh from the cache: it redraws only for them.
 * Whoever spreads the fragment also selects `id`, by which the object is found again.
 */
export function useOwned<Doc extends AnyFragment>(fragment: Doc, from: FragmentOf<Doc>): ResultOf<Doc> {
  const first = fragment.definitions[0] as FragmentDefinitionNode;
  const { data } = useSuspenseFragment({
    fragment: fragment as TypedDocumentNode<ResultOf<Doc>, ReturnType<typeof sight>>,
    fragmentName: first.name.value,
    variables: sight(),
    // gql.tada and Apollo mark a masked object differently; at run time both mean "this object of the cache".
    from: from as never,
  });
  if (data === null) throw new Error(`Nothing to read for ${first.name.value}: select id where it is spread`);
  return data as ResultOf<Doc>;
}
