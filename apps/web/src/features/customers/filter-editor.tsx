import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Bone } from '#ui/state/bones.tsx';
import { facetsQuery } from './facets.ts';
import styles from './filter-editor.module.css';
import { valueText } from './filter-text.ts';
import type { FilterDefinition } from './filters.ts';
import { type ListSearch, toFilter } from './list-search.ts';

/** What a person changes about a list: a part of its URL. */
export type Change = (change: Partial<ListSearch>) => void;

/** Chooses the values of one filter; each shows how many customers it would leave. */
export function FilterEditor({
  definition,
  search,
  change,
}: {
  definition: FilterDefinition;
  search: ListSearch;
  change: Change;
}) {
  const say = useWords();
  const { locale } = useIntl();
  if (definition.kind === 'many')
    return <FacetEditor definition={definition} search={search} change={change} />;
  if (definition.kind === 'number')
    return <NumberEditor definition={definition} search={search} change={change} />;
  const many = definition.kind === 'words';
  const options = many
    ? Object.keys(definition.words)
    : definition.kind === 'yesOrNo'
      ? ['yes', 'no']
      : ['open', 'none'];
  const chosen = [search[definition.name] ?? []].flat().map(String);
  return (
    <fieldset className={styles.options}>
      <legend className="unseen">{say(definition.label)}</legend>
      {options.map((value) => (
        <label key={value} className={styles.option}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={definition.name}
            checked={chosen.includes(value)}
            onChange={(event) =>
              change({ [definition.name]: many ? toggled(chosen, value, event.target.checked) : value })
            }
          />
          <span>{valueText(definition, value, say, locale)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const toggled = (values: readonly string[], value: string, on: boolean): string[] | undefined => {
  const next = on ? [...values, value] : values.filter((each) => each !== value);
  return next.length > 0 ? next : undefined;
};

type Many = Extract<FilterDefinition, { kind: 'many' }>;

function FacetEditor({
  definition,
  search,
  change,
}: {
  definition: Many;
  search: ListSearch;
  change: Change;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const { number } = useFormat();
  const [words, setWords] = useState('');
  // Counted without this filter itself: otherwise the values not yet chosen would all say none.
  const { data, error } = useQuery(facetsQuery, {
    variables: { filter: toFilter({ ...search, [definition.name]: undefined }) },
    fetchPolicy: 'cache-and-network',
  });
  const chosen = (search[definition.name] as string[] | undefined) ?? [];
  const facets = data?.customerFacets[definition.facet] ?? [];
  const shown = facets
    .map((facet) => ({ ...facet, text: valueText(definition, facet.value, say, locale) }))
    .filter(({ text }) => text.toLocaleLowerCase(locale).includes(words.toLocaleLowerCase(locale)));
  if (error) return <p className={styles.note}>{say('ui.failed')}</p>;
  return (
    <>
      {facets.length > 8 && (
        <input
          type="search"
          className={styles.search}
          placeholder={say('customers.findValue')}
          aria-label={say('customers.findValue')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <fieldset className={styles.options}>
        <legend className="unseen">{say(definition.label)}</legend>
        {!data && [0, 1, 2, 3].map((each) => <Bone key={each} height={20} />)}
        {shown.slice(0, 100).map(({ value, count, text }) => (
          <label key={value} className={styles.option}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                change({ [definition.name]: toggled(chosen, value, event.target.checked) })
              }
            />
            <span>{text}</span>
            <small>{number(count)}</small>
          </label>
        ))}
        {data && shown.length === 0 && <p className={styles.note}>{say('customers.noValues')}</p>}
      </fieldset>
    </>
  );
}

function NumberEditor({
  definition,
  search,
  change,
}: {
  definition: Extract<FilterDefinition, { kind: 'number' }>;
  search: ListSearch;
  change: Change;
}) {
  const say = useWords();
  const [text, setText] = useState(String(search[definition.name] ?? ''));
  const value = Number(text.replace(',', '.'));
  return (
    <form
      className={styles.number}
      onSubmit={(event) => {
        event.preventDefault();
        change({ [definition.name]: value > 0 ? value : undefined });
      }}
    >
      <label>
        <span>{say(definition.label)}</span>
        <span className={styles.field}>
          <input inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} />
          {definition.unit && say(definition.unit, { count: value || 2 })}
        </span>
      </label>
      <button type="submit">{say('customers.apply')}</button>
    </form>
  );
}
