import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';

const searchEverything = graphql(`
  query SearchEverything($text: String!) {
    search(text: $text, first: 10) {
      matched
      customer { id displayName companies { isMain company { id name } } }
      company { id name }
      ticket { id number subject customer { id displayName } }
    }
  }
`);

/** One thing that was found; what it leads to says `destinationOf`. */
export interface Hit {
  key: string;
  kind: 'customer' | 'company' | 'ticket';
  title: string;
  note: string;
  customerId?: string;
  companyId?: string;
  ticketId?: string;
}

/** The state of a search: what was found for which words. */
export interface Found {
  query: string;
  hits: readonly Hit[];
  state: 'idle' | 'searching' | 'done' | 'failed';
}

const pause = 90;

/** Searches the server while somebody types; an answer that comes after the next question is dropped. */
export function useSearchEverything(query: string): Found {
  const client = useApolloClient();
  const [found, setFound] = useState<Found>({ query: '', hits: [], state: 'idle' });
  useEffect(() => {
    const text = query.trim();
    if (text.length < 2) {
      setFound({ query: text, hits: [], state: 'idle' });
      return undefined;
    }
    let current = true;
    setFound((before) => ({ ...before, query: text, state: 'searching' }));
    const timer = setTimeout(async () => {
      try {
        const { data } = await client.query({
          query: searchEverything,
          variables: { text },
          fetchPolicy: 'no-cache',
        });
        if (current) setFound({ query: text, hits: (data?.search ?? []).flatMap(toHit), state: 'done' });
      } catch {
        if (current) setFound({ query: text, hits: [], state: 'failed' });
      }
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, client]);
  return found;
}

type RawHit = NonNullable<ReturnType<NonNullable<(typeof searchEverything)['__apiType']>>>['search'][number];

function toHit({ customer, company, ticket, matched }: RawHit, index: number): Hit[] {
  if (ticket) {
    const note = [ticket.customer?.displayName, matched].filter(Boolean).join(' · ');
    return [
      {
        key: `${index}`,
        kind: 'ticket',
        title: `#${ticket.number} ${ticket.subject}`,
        note,
        customerId: ticket.customer?.id,
        ticketId: ticket.id,
      },
    ];
  }
  if (customer) {
    const main = customer.companies.find(({ isMain }) => isMain) ?? customer.companies[0];
    const note = [main?.company.name, matched === customer.displayName ? null : matched]
      .filter(Boolean)
      .join(' · ');
    return [
      { key: `${index}`, kind: 'customer', title: customer.displayName, note, customerId: customer.id },
    ];
  }
  return company
    ? [{ key: `${index}`, kind: 'company', title: company.name, note: matched, companyId: company.id }]
    : [];
}
