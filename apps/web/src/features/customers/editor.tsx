import { useQuery } from '@apollo/client/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { countryCodes, languageCodes, placeCode, placesByName, placeText } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { type CorrectedField, edit, editing, neighbour } from './correction.ts';
import styles from './editable.module.css';
import { facetsQuery } from './facets.ts';
import { useCorrection } from './use-correction.ts';

/** Where a value is typed or chosen. Enter and leaving keep it, Tab goes on to the next one, Esc leaves it as it was. */
export function Editor({
  customerId,
  field,
  label,
  value,
  typed,
  wrong,
  onClosed,
}: {
  customerId: string;
  field: CorrectedField;
  label: string;
  value: string;
  typed: string;
  wrong: string | undefined;
  onClosed: () => void;
}) {
  const say = useWords();
  const correct = useCorrection(customerId);
  const [text, setText] = useState(typed);
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // Esc, Enter and Tab also take the focus away: what they decided is not decided a second time.
  const decided = useRef(false);
  const id = useId();
  useEffect(() => {
    input.current?.focus();
    if (input.current instanceof HTMLInputElement) input.current.select();
  }, []);

  const finish = (keep: boolean, then?: CorrectedField, returns = true) => {
    if (decided.current) return;
    decided.current = true;
    if (keep && text.trim() !== value.trim()) void correct(field, text.trim());
    if (then) edit(customerId, then);
    else editing.set((now) => (now?.customerId === customerId && now.field === field ? null : now));
    if (!then && returns) onClosed();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = event.key === 'Tab' ? neighbour(field, event.shiftKey) : undefined;
    if (event.key === 'Enter') finish(true);
    else if (event.key === 'Escape') finish(false);
    else if (next) finish(true, next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    ref: input,
    value: text,
    'aria-label': label,
    'aria-invalid': Boolean(wrong),
    'aria-describedby': `${id}-hint`,
    onKeyDown,
    onBlur: () => finish(true, undefined, false),
  };
  const codes = field === 'language' ? languageCodes : field === 'country' ? countryCodes : undefined;
  return (
    <span className={styles.editor} data-wrong={Boolean(wrong) || undefined}>
      {codes ? (
        <Choice
          shared={shared}
          kind={field === 'language' ? 'language' : 'region'}
          codes={codes}
          value={text}
          onChange={setText}
        />
      ) : (
        <input
          {...shared}
          list={field === 'ownerName' ? `${id}-list` : undefined}
          inputMode={field === 'email' ? 'email' : field === 'phone' ? 'tel' : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {field === 'ownerName' && <Owners id={`${id}-list`} />}
      <span
        id={`${id}-hint`}
        className={wrong ? styles.wrong : styles.hint}
        role={wrong ? 'alert' : undefined}
      >
        {wrong ?? say('customer.correctHint')}
      </span>
    </span>
  );
}

function Choice({
  shared,
  kind,
  codes,
  value,
  onChange,
}: {
  shared: object;
  kind: 'language' | 'region';
  codes: readonly string[];
  value: string;
  onChange: (code: string) => void;
}) {
  const { locale } = useIntl();
  const say = useWords();
  const named = placesByName(locale, kind);
  const code = placeCode(kind, value);
  return (
    <select
      {...shared}
      value={codes.includes(code) ? code : value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{say('customer.asSources')}</option>
      {value && !codes.includes(code) && <option value={value}>{placeText(locale, kind, value)}</option>}
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The colleagues who look after customers already. */
function Owners({ id }: { id: string }) {
  const { data } = useQuery(facetsQuery, { variables: {} });
  return (
    <datalist id={id}>
      {data?.customerFacets.owners.map((owner) => (
        <option key={owner.value} value={owner.value} />
      ))}
    </datalist>
  );
}
