import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { forgetRecent } from '#lib/forget-recent.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { trail } from '#lib/trail.ts';

const removeCustomer = graphql(`
  mutation RemoveCustomer($id: ID!) {
    removeCustomer(id: $id) {
      __typename
      ... on CustomerRemoved { id }
      ... on Refusal { code message }
    }
  }
`);

/** Takes away a customer who was added by mistake; answers why not, or nothing when it is done. Whoever looks at them is led to the list. */
export function useRemoval(): (id: string) => Promise<string | null> {
  const say = useWords();
  const client = useApolloClient();
  const navigate = useNavigate();
  return async (id) => {
    try {
      const { data } = await client.mutate({ mutation: removeCustomer, variables: { id } });
      const answer = data?.removeCustomer;
      if (answer?.__typename !== 'CustomerRemoved')
        return answer ? refusalText(answer, say) : say('customers.notRemoved');
    } catch {
      return say('customers.notRemoved');
    }
    forgetRecent(id);
    trail.set((before) => ({ ...before, ids: before.ids.filter((one) => one !== id) }));
    if (location.pathname.endsWith(`/${id}`)) await navigate({ href: trail.get().href });
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'customers' });
    client.cache.evict({ id: client.cache.identify({ __typename: 'Customer', id }) });
    client.cache.gc();
    return null;
  };
}
