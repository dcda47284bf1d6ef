import { useWords } from '#lib/intl/words.ts';
import { Chip } from '#ui/badges/chip.tsx';
import { NewTag } from '#ui/form/new-tag.tsx';
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
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <Chip key={tag} act={{ label: say('support.tagRemove', { tag }), run: () => onRemove(tag) }}>
          {tag}
        </Chip>
      ))}
      <NewTag
        word={say('support.tagAdd')}
        label={say('support.tagNew')}
        onTag={(tag) => {
          if (!tags.includes(tag)) onAdd(tag);
        }}
      />
    </span>
  );
}
