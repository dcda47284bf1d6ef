import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { placeText } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './company-editor.module.css';

const findCompanies = graphql(`
  query FindCompanies($text: String!) {
    findCompanies(text: $text, first: 8) { id name domain city country }
  }
`);

type Found = ResultOf<typeof findCompanies>['findCompanies'];

const pause = 150;

/** Chooses the company to which a list is narrowed, by typing; two of one name are told apart by where they are. */
export function CompanyEditor({ onPick }: { onPick: (id: string) => void }) {
  const say = useWords();
  const { locale } = useIntl();
  const client = useApolloClient();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | 'failed' | null>(null);
  const words = text.trim();
  useEffect(() => {
    if (words.length < 2) {
      setFound(null);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await client
        .query({ query: findCompanies, variables: { text: words }, fetchPolicy: 'no-cache' })
        .catch(() => undefined);
      if (current) setFound(answer?.data?.findCompanies ?? 'failed');
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [words, client]);
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (found && found !== 'failed' && found[0]) onPick(found[0].id);
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever chose to filter by a company types its name next.
        autoFocus
        type="search"
        autoComplete="off"
        aria-label={say('customers.findCompany')}
        placeholder={say('customers.findCompanyBy')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found === 'failed' && <p role="alert">{say('ui.failed')}</p>}
      {found && found !== 'failed' && found.length === 0 && <p>{say('customers.noCompanyFound')}</p>}
      {found && found !== 'failed' && (
        <ul aria-label={say('customers.company')}>
          {found.map(({ id, name, domain, city, country }) => (
            <li key={id}>
              <button type="button" onClick={() => onPick(id)}>
                <b>{name}</b>
                <span>
                  {[domain, city, country && placeText(locale, 'region', country)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
