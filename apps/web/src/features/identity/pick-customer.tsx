import { useState } from 'react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFound } from '#lib/graphql/use-found.ts';
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
  const [text, setText] = useState('');
  const answer = useFound(findCustomers, text);
  const found =
    answer && answer !== 'failed'
      ? answer.search.flatMap(({ customer, matched }): Picked[] => {
          if (!customer || customer.id === without) return [];
          const { id, displayName: name, companies } = customer;
          const notes = [companies[0]?.company.name, matched === name ? null : matched];
          return [{ id, name, note: notes.filter(Boolean).join(' · ') }];
        })
      : null;
  return (
    <div className={styles.pick}>
      <Field
        label={label ?? say('identity.whoElse')}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      {answer === 'failed' && <p role="alert">{say('ui.failed')}</p>}
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
