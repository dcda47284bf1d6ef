import { useWords } from '#lib/intl/words.ts';
import styles from './service-levels.module.css';

/** Several of a few: check boxes in a line; none of them means all. */
export function Several({
  label,
  options,
  chosen,
  disabled,
  onChoose,
}: {
  label: string;
  options: readonly (readonly [value: string, text: string])[];
  chosen: readonly string[];
  disabled: boolean;
  onChoose: (values: string[]) => void;
}) {
  const say = useWords();
  return (
    <fieldset className={styles.priorities} disabled={disabled}>
      <legend>{label}</legend>
      {options.map(([value, text]) => {
        const on = chosen.includes(value);
        return (
          <label key={value}>
            <input
              type="checkbox"
              checked={on}
              onChange={() => onChoose(on ? chosen.filter((one) => one !== value) : [...chosen, value])}
            />
            {text}
          </label>
        );
      })}
      {chosen.length === 0 && <small>{say('support.slaAll')}</small>}
    </fieldset>
  );
}
