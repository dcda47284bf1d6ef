import { useRef, useState } from 'react';
import { useLive } from '#lib/graphql/use-live.ts';
import { sight } from '#lib/viewer.ts';
import { changesSubscription, customersQuery } from './customers.query.ts';

const keeps = [customersQuery];

/** How many customers came in since the list was opened; their rows wait, so that nothing moves under the pointer. */
export function useFreshCustomers(): { count: number; clear: () => void } {
  const since = useRef(new Date().toISOString());
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useLive(changesSubscription, {
    keeps,
    variables: sight(),
    onData: ({ customerChanged: { customer } }) => {
      if (customer && customer.createdAt > since.current)
        setIds((before) => new Set(before).add(customer.id));
    },
  });
  return {
    count: ids.size,
    clear: () => {
      since.current = new Date().toISOString();
      setIds(new Set());
    },
  };
}
