import { Building2, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useFound } from '#lib/graphql/use-found.ts';
import { useWords } from '#lib/intl/words.ts';
import { Field } from '#ui/form/field.tsx';
import { companyPlace } from '../company-place.ts';
import styles from './pick-company.module.css';
import { companiesToPick } from './places.documents.ts';

/** A company that was chosen; one without an id is to be made. */
export interface PickedCompany {
  id: string | null;
  name: string;
}

interface Option extends PickedCompany {
  note: string;
  count: string;
  isTaken: boolean;
}

/** Further than this the server does not count. */
const countedAtMost = 1_000;

/** Chooses a company by typing: arrows move, Enter takes, and one that nobody knows is made by its name. */
export function PickCompany({
  picked,
  belongsTo,
  onPick,
}: {
  picked: PickedCompany | null;
  /** Companies that cannot be chosen: they are there already. */
  belongsTo: readonly string[];
  onPick: (company: PickedCompany | null) => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(companiesToPick, text);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const name = text.replace(/\s+/gu, ' ').trim();

  if (picked)
    return (
      <div className={styles.picked}>
        <Building2 size={16} aria-hidden />
        <b>{picked.name}</b>
        {picked.id === null && <span>{say('places.isNew')}</span>}
        <button
          type="button"
          aria-label={say('places.another')}
          title={say('places.another')}
          onClick={() => onPick(null)}
        >
          <X size={15} aria-hidden />
        </button>
      </div>
    );

  const countOf = (count: number): string =>
    count < countedAtMost ? say('places.people', { count }) : say('places.manyPeople');
  const options: Option[] =
    found !== null && found !== 'failed'
      ? [
          ...found.findCompanies.map((one) => ({
            id: one.id,
            name: one.name,
            note: belongsTo.includes(one.id) ? say('places.thereAlready') : companyPlace(one, locale),
            count: countOf(one.peopleCount),
            isTaken: belongsTo.includes(one.id),
          })),
          { id: null, name, note: say('places.createNote'), count: '', isTaken: false },
        ]
      : [];
  const current = options[Math.min(at, options.length - 1)];
  const take = (option: Option | undefined) => {
    if (option && !option.isTaken) onPick({ id: option.id, name: option.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, options.length - 1) + step + options.length) % options.length;
      setAt(next);
      list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(current);
    }
  };
  return (
    <div className={styles.pick}>
      <Field
        label={say('about.company')}
        first
        type="search"
        role="combobox"
        autoComplete="off"
        maxLength={200}
        placeholder={say('places.findBy')}
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${options.indexOf(current)}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found === 'failed' && <p role="alert">{say('ui.failed')}</p>}
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={say('about.company')}
        className={styles.options}
        hidden={options.length === 0}
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys; the focus stays there.
          <div
            key={option.id ?? 'new'}
            id={`${id}-${index}`}
            role="option"
            data-index={index}
            aria-selected={option === current}
            aria-disabled={option.isTaken || undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => take(option)}
          >
            {option.id === null ? <Plus size={16} aria-hidden /> : <Building2 size={16} aria-hidden />}
            <b>{option.id === null ? say('places.create', { name: option.name }) : option.name}</b>
            <span>{option.count}</span>
            <small>{option.note}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
