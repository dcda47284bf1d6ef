import { useState } from 'react';
import { useIntl } from 'react-intl';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFound } from '#lib/graphql/use-found.ts';
import { useWords } from '#lib/intl/words.ts';
import { companyPlace } from '../company-place.ts';
import styles from './company-editor.module.css';

const findCompanies = graphql(`
  query FindCompanies($text: String!) {
    findCompanies(text: $text, first: 8) { id name domain city country }
  }
`);

/** Chooses the company to which a list is narrowed, by typing; two of one name are told apart by where they are. */
export function CompanyEditor({ onPick }: { onPick: (id: string) => void }) {
  const say = useWords();
  const { locale } = useIntl();
  const [text, setText] = useState('');
  const answer = useFound(findCompanies, text);
  const found = answer === 'failed' ? undefined : answer?.findCompanies;
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (found?.[0]) onPick(found[0].id);
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
      {answer === 'failed' && <p role="alert">{say('ui.failed')}</p>}
      {found?.length === 0 && <p>{say('customers.noCompanyFound')}</p>}
      {found && (
        <ul aria-label={say('customers.company')}>
          {found.map((company) => (
            <li key={company.id}>
              <button type="button" onClick={() => onPick(company.id)}>
                <b>{company.name}</b>
                <span>{companyPlace(company, locale)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
