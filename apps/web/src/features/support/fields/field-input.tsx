import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import styles from './field-input.module.css';
import { type FieldWish, typedNumber } from './field-wish.ts';
import type { OwnField } from './fields.documents.ts';

/** What an input of a field is given. */
export interface FieldInputProps {
  field: OwnField;
  wish: FieldWish;
  disabled?: boolean;
  /** The first of several: the key for fields goes there. */
  first?: boolean;
  onKeep: (wish: FieldWish) => void;
}

/** A field of one's own with its label, kept when one leaves it, presses Enter or chooses; Esc puts back what was there. */
export function FieldInput(props: FieldInputProps) {
  const { field } = props;
  if (field.kind === 'SEVERAL') return <Several {...props} />;
  if (field.kind === 'CHOICE' || field.kind === 'YES_NO') return <OneOf {...props} />;
  return <Typed {...props} />;
}

function Name({ field }: { field: OwnField }) {
  const say = useWords();
  return (
    <>
      {field.name}
      {field.isRequiredToSolve && (
        <span className={styles.needed} title={say('support.fieldNeeded')}>
          <span aria-hidden>*</span>
          <span className="unseen">{say('support.fieldNeeded')}</span>
        </span>
      )}
    </>
  );
}

function OneOf({ field, wish, disabled, first, onKeep }: FieldInputProps) {
  const say = useWords();
  const id = useId();
  const isFlag = field.kind === 'YES_NO';
  const value = isFlag ? (wish.yes === undefined ? '' : String(wish.yes)) : (wish.choices?.[0] ?? '');
  const options = isFlag
    ? [
        { value: 'true', label: say('support.fieldYes') },
        { value: 'false', label: say('support.fieldNo') },
      ]
    : field.options.filter((one) => !one.isRemoved || one.value === value);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <Name field={field} />
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        data-first-field={first || undefined}
        onChange={({ target }) =>
          onKeep({
            key: field.key,
            ...(target.value
              ? isFlag
                ? { yes: target.value === 'true' }
                : { choices: [target.value] }
              : {}),
          })
        }
      >
        <option value="">–</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Several({ field, wish, disabled, first, onKeep }: FieldInputProps) {
  const chosen = wish.choices ?? [];
  const options = field.options.filter((one) => !one.isRemoved || chosen.includes(one.value));
  return (
    <fieldset className={styles.field} disabled={disabled}>
      <legend>
        <Name field={field} />
      </legend>
      <div className={styles.options}>
        {options.map(({ value, label }, place) => (
          <label key={value} className={styles.option} data-on={chosen.includes(value) || undefined}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              data-first-field={(first && place === 0) || undefined}
              onChange={({ target }) => {
                const wanted = new Set(
                  target.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                );
                const choices = field.options.map((one) => one.value).filter((one) => wanted.has(one));
                onKeep({ key: field.key, ...(choices.length > 0 ? { choices } : {}) });
              }}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const shownText = ({ text, number, date }: FieldWish): string =>
  text ?? date ?? (number === undefined ? '' : String(number));

function Typed({ field, wish, disabled, first, onKeep }: FieldInputProps) {
  const say = useWords();
  const id = useId();
  const kept = shownText(wish);
  const [text, setText] = useState(kept);
  const [isWrong, setWrong] = useState(false);
  // Enter keeps it, and leaving afterwards does not keep it once more.
  const last = useRef(kept);
  useEffect(() => {
    last.current = kept;
    setText(kept);
    setWrong(false);
  }, [kept]);
  const keep = (typed = text) => {
    const said = typed.trim();
    if (said === last.current) return setWrong(false);
    if (field.kind === 'NUMBER' && said && typedNumber(said) === null) return setWrong(true);
    last.current = said;
    setWrong(false);
    if (!said) return onKeep({ key: field.key });
    if (field.kind === 'DATE') return onKeep({ key: field.key, date: said });
    if (field.kind === 'TEXT') return onKeep({ key: field.key, text: said });
    const number = typedNumber(said);
    if (number !== null && number !== wish.number) onKeep({ key: field.key, number });
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <Name field={field} />
      </label>
      <input
        id={id}
        type={field.kind === 'DATE' ? 'date' : 'text'}
        inputMode={field.kind === 'NUMBER' ? 'decimal' : undefined}
        value={text}
        maxLength={2_000}
        disabled={disabled}
        autoComplete="off"
        placeholder={field.kind === 'DATE' ? undefined : '–'}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        data-empty={(field.kind === 'DATE' && text === '') || undefined}
        data-first-field={first || undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep();
          else if (event.key === 'Escape') {
            setText(kept);
            setWrong(false);
          } else return;
          event.preventDefault();
        }}
      />
      {isWrong && (
        <span id={`${id}-wrong`} className={styles.wrong} role="alert">
          {say('support.fieldWantsNumber')}
        </span>
      )}
    </div>
  );
}
