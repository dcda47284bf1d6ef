import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { Field } from '#ui/form/field.tsx';
import styles from './merge-dialog.module.css';

const findCustomers = graphql(`
  query FindCustomers($text: String!) {
    search(text: $text, first: 8) {
      matched
      customer { id displayName companies { isMain company { id name } } }
    }
  }
`);

/** Somebody to choose: two of the same name are told apart by their company and by what matched. */
export interface Picked {
  id: string;
  name: string;
  note: string;
}

const pause = 150;

/** Finds a customer by typing; people already in the game are not offered. */
export function PickCustomer({
  without,
  label,
  onPick,
}: {
  without: string;
  /** What it asks; whom else to merge, where nothing is said. */
  label?: string;
  onPick: (picked: Picked) => void;
}) {
  const say = useWords();
  const client = useApolloClient();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Picked[] | null>(null);
  useEffect(() => {
    const words = text.trim();
    if (words.length < 2) {
      setFound(null);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const { data } = await client.query({
          query: findCustomers,
          variables: { text: words },
          fetchPolicy: 'no-cache',
        });
        if (!current) return;
        setFound(
          (data?.search ?? []).flatMap(({ customer, matched }) =>
            customer && customer.id !== without
              ? [
                  {
                    id: customer.id,
                    name: customer.displayName,
                    note: [
                      customer.companies[0]?.company.name,
                      matched === customer.displayName ? null : matched,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  },
                ]
              : [],
          ),
        );
      } catch {
        if (current) setFound([]);
      }
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, client, without]);
  return (
    <div className={styles.pick}>
      <Field
        label={label ?? say('identity.whoElse')}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      {found && (
        <ul aria-label={say('identity.found')}>
          {found.map((each) => (
            <li key={each.id}>
              <button type="button" onClick={() => onPick(each)}>
                <b>{each.name}</b>
                <span>{each.note}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className={styles.none}>{say('identity.nobodyFound')}</li>}
        </ul>
      )}
    </div>
  );
}
