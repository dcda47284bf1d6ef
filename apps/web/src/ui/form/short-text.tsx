import { useEffect, useId, useRef, useState } from 'react';
import styles from './choice.module.css';

/** A word with its label, kept when one leaves it or presses Enter; Esc puts back what was there. */
export function ShortText({
  label,
  hint,
  value,
  disabled = false,
  onKeep,
}: {
  label: string;
  hint: string;
  value: string;
  disabled?: boolean;
  onKeep: (text: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState(value);
  // Enter keeps it, and leaving afterwards does not keep it once more.
  const kept = useRef(value);
  useEffect(() => {
    kept.current = value;
    setText(value);
  }, [value]);
  const keep = () => {
    const next = text.trim();
    if (!next) setText(value);
    else if (next !== kept.current) {
      kept.current = next;
      onKeep(next);
    }
  };
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        title={hint}
        disabled={disabled}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep();
          else if (event.key === 'Escape') setText(value);
          else return;
          event.preventDefault();
        }}
      />
    </span>
  );
}
