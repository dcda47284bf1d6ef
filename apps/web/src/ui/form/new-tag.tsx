import { type ReactNode, useId, useState } from 'react';
import { AddChip } from '../badges/add-chip.tsx';
import styles from './new-tag.module.css';

/** A button that becomes a field for a tag, and stays one until somebody looks elsewhere, so that several can be typed. */
export function NewTag({
  word,
  label,
  suggestions,
  onTag,
}: {
  /** What stands on the button. */
  word: string;
  /** What the field is for. */
  label: string;
  /** A `datalist` with the id that it is given. */
  suggestions?: (id: string) => ReactNode;
  onTag: (tag: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  if (text === null) return <AddChip word={word} label={label} onClick={() => setText('')} />;
  const keep = (then: string | null) => {
    const tag = text.replace(/\s+/gu, ' ').trim();
    if (tag) onTag(tag);
    setText(then);
  };
  return (
    <>
      <input
        className={styles.field}
        // biome-ignore lint/a11y/noAutofocus: it appears where somebody just asked for it.
        autoFocus
        value={text}
        list={suggestions && id}
        maxLength={60}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => keep(null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') keep('');
          if (event.key === 'Escape') {
            event.stopPropagation();
            setText(null);
          }
        }}
      />
      {suggestions?.(id)}
    </>
  );
}
