import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import styles from './tags-editor.module.css';

/** The tags of a ticket, each taken off where it is read, and a field for another one. */
export function TagsEditor({
  tags,
  onAdd,
  onRemove,
}: {
  tags: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}) {
  const say = useWords();
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const keep = () => {
    const tag = text.trim();
    if (tag && !tags.includes(tag)) onAdd(tag);
    setText('');
    setWriting(false);
  };
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          <button type="button" aria-label={say('support.tagRemove', { tag })} onClick={() => onRemove(tag)}>
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      {writing ? (
        <input
          // biome-ignore lint/a11y/noAutofocus: it appears where somebody just asked for it.
          autoFocus
          value={text}
          maxLength={60}
          aria-label={say('support.tagNew')}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
            if (event.key === 'Escape') {
              setText('');
              setWriting(false);
            }
          }}
        />
      ) : (
        <button type="button" className={styles.add} onClick={() => setWriting(true)}>
          <Plus size={13} aria-hidden />
          {say('support.tagAdd')}
        </button>
      )}
    </span>
  );
}
