import { Columns3, ListFilter, Plus, Search, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Menu } from '#ui/menu/menu.tsx';
import { Popover } from '#ui/popover/popover.tsx';
import { columns } from './columns.tsx';
import { CompanyChip } from './company-chip.tsx';
import styles from './filter-bar.module.css';
import type { Change } from './filter-editor.tsx';
import { filterText } from './filter-text.ts';
import { type FilterName, filters, usedFilters, withoutFilters } from './filters.ts';
import type { ListSearch } from './list-search.ts';

const FilterEditor = lazy(async () => ({ default: (await import('./filter-editor.tsx')).FilterEditor }));
const CompanyEditor = lazy(async () => ({
  default: (await import('./tools/company-editor.tsx')).CompanyEditor,
}));

/** What the list shows, in words: what was typed, one chip a filter, and the way to add another. */
export function FilterBar({
  search,
  change,
  replace,
  field,
  children,
}: {
  search: ListSearch;
  change: Change;
  replace: (search: ListSearch) => void;
  field: React.RefObject<HTMLInputElement | null>;
  /** What else stands at its end. */
  children: ReactNode;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const [editing, setEditing] = useState<FilterName | 'new' | null>(null);
  const [adding, setAdding] = useState<FilterName | 'company' | null>(null);
  const used = usedFilters(search);
  const definitionOf = (name: FilterName) => filters.find((each) => each.name === name);
  const added = adding && adding !== 'company' && definitionOf(adding);

  const offered = [
    ...(search.company ? [] : [{ name: 'company', label: 'customers.company' } as const]),
    ...filters.filter(
      ({ name }) => !used.includes(name) && (name !== 'worth' || may('CustomerSummary.openDealValue')),
    ),
  ];

  return (
    <div className={styles.bar}>
      <TypedFilter search={search} change={change} field={field} />
      {search.company && <CompanyChip id={search.company} onRemove={() => change({ company: undefined })} />}
      {used.map((name) => {
        const definition = definitionOf(name);
        if (!definition) return null;
        const text = filterText(definition, search, say, locale);
        return (
          <span key={name} className={styles.chip}>
            <Popover
              label={say(definition.label)}
              className={styles.chipText}
              trigger={text}
              open={editing === name}
              onOpen={(open) => setEditing(open ? name : null)}
            >
              <Suspense>
                <FilterEditor definition={definition} search={search} change={change} />
              </Suspense>
            </Popover>
            <button
              type="button"
              className={styles.remove}
              aria-label={say('customers.removeFilter', { filter: text })}
              onClick={() => change({ [name]: undefined })}
            >
              <X size={14} aria-hidden />
            </button>
          </span>
        );
      })}
      <Popover
        label={say('customers.addFilter')}
        className={styles.add}
        trigger={
          <>
            <Plus size={15} aria-hidden />
            {say('customers.filter')}
          </>
        }
        open={editing === 'new'}
        onOpen={(open) => {
          setEditing(open ? 'new' : null);
          setAdding(null);
        }}
      >
        {adding === 'company' ? (
          <Suspense>
            <CompanyEditor
              onPick={(company) => {
                change({ company });
                setEditing(null);
              }}
            />
          </Suspense>
        ) : added ? (
          <Suspense>
            <FilterEditor definition={added} search={search} change={change} />
          </Suspense>
        ) : (
          <div className={styles.choices}>
            {offered.map(({ name, label }) => (
              <button key={name} type="button" onClick={() => setAdding(name)}>
                <ListFilter size={15} aria-hidden />
                {say(label)}
              </button>
            ))}
          </div>
        )}
      </Popover>
      {used.length + (search.company ? 1 : 0) > 1 && (
        <button type="button" className={styles.add} onClick={() => replace(withoutFilters(search))}>
          {say('customers.clearAll')}
        </button>
      )}
      <span className={styles.end}>
        {children}
        <Menu
          many
          label={say('customers.columns')}
          trigger={<Columns3 size={17} aria-hidden />}
          items={columns
            .filter(({ fixed }) => !fixed)
            .map(({ id, label }) => {
              const hidden = search.hide?.includes(id) ?? false;
              const next = hidden ? search.hide?.filter((each) => each !== id) : [...(search.hide ?? []), id];
              return {
                id,
                label: say(label),
                checked: !hidden,
                onSelect: () => change({ hide: next && next.length > 0 ? next : undefined }),
              };
            })}
        />
      </span>
    </div>
  );
}

function TypedFilter({
  search,
  change,
  field,
}: {
  search: ListSearch;
  change: Change;
  field: React.RefObject<HTMLInputElement | null>;
}) {
  const say = useWords();
  const [text, setText] = useState(search.q ?? '');
  const sent = useRef(search.q);
  useEffect(() => {
    // The URL changed by another way (a view, going back): the field follows it.
    if (search.q !== sent.current) setText(search.q ?? '');
    sent.current = search.q;
  }, [search.q]);
  useEffect(() => {
    const next = text.trim() || undefined;
    if (next === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = next;
      change({ q: next });
    }, 180);
    return () => clearTimeout(timer);
  }, [text, change]);
  return (
    <label className={styles.typed}>
      <Search size={15} aria-hidden />
      <input
        ref={field}
        type="search"
        value={text}
        placeholder={say('customers.typed')}
        aria-label={say('customers.typed')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </label>
  );
}
