import { Pencil } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { may } from '#lib/viewer.ts';
import { type CorrectedField, correctedWords, edit, editing, onTheWay, wayKey } from './correction.ts';
import styles from './editable.module.css';
import { Editor } from './editor.tsx';

/** A value that can be corrected where it stands: the pencil or E opens it, Enter keeps, Esc leaves it as it was. */
export function Editable({
  customerId,
  field,
  value,
  show,
  block: Block = 'span',
  children,
}: {
  customerId: string;
  field: CorrectedField;
  /** As it is typed, not as it is shown: a code where the value is one. */
  value: string;
  /** Writes a value that is still on its way. */
  show?: (value: string) => ReactNode;
  /** What holds the value: a div where it is a heading or a list. */
  block?: 'span' | 'div';
  children: ReactNode;
}) {
  const say = useWords();
  const now = useStore(editing);
  const coming = useStore(onTheWay).get(wayKey(customerId, field));
  const pencil = useRef<HTMLButtonElement>(null);
  if (!may('Mutation.correctCustomer')) return children;
  const label = say(correctedWords[field]);
  if (now?.customerId === customerId && now.field === field) {
    return (
      <Editor
        key={now.wrong}
        customerId={customerId}
        field={field}
        label={label}
        value={value}
        typed={now.typed ?? value}
        wrong={now.wrong}
        onClosed={() => requestAnimationFrame(() => pencil.current?.focus({ preventScroll: true }))}
      />
    );
  }
  return (
    <Block className={styles.value} data-field={field} data-coming={coming !== undefined || undefined}>
      <Block className={styles.shown} aria-busy={coming !== undefined}>
        {coming === undefined ? children : (show?.(coming) ?? coming) || say('ui.unknown')}
      </Block>
      <button
        ref={pencil}
        type="button"
        className={styles.pencil}
        aria-label={say('customer.correct', { field: label })}
        title={say('customer.correct', { field: label })}
        onClick={() => edit(customerId, field)}
      >
        <Pencil size={14} aria-hidden />
      </button>
    </Block>
  );
}
