import { X } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import type { Staged } from './drafts.ts';
import styles from './staged-chips.module.css';
import { causeWords, priorityWords, statusWords } from './words.ts';

interface Chip {
  id: string;
  text: string;
  without: Staged;
}

/** What will be done with the ticket when the words are sent, before it is: each can be taken out. */
export function StagedChips({
  staged,
  onChange,
}: {
  staged: Staged;
  /** Missing where they are only shown. */
  onChange?: (staged: Staged) => void;
}) {
  const say = useWords();
  const chips: Chip[] = [];
  const { status, priority, cause, addTags = [], teamName, fields = [] } = staged;
  const without = (...names: (keyof Staged)[]): Staged =>
    Object.fromEntries(Object.entries(staged).filter(([name]) => !names.includes(name as keyof Staged)));
  if (status)
    chips.push({
      id: 'status',
      text: `${say('support.fieldStatus')} → ${say(statusWords[status])}`,
      without: without('status', 'ending'),
    });
  if (priority)
    chips.push({
      id: 'priority',
      text: `${say('support.fieldPriority')} → ${say(priorityWords[priority])}`,
      without: without('priority'),
    });
  if (cause)
    chips.push({
      id: 'cause',
      text: `${say('support.fieldCause')} → ${say(causeWords[cause])}`,
      without: without('cause'),
    });
  if (teamName)
    chips.push({
      id: 'team',
      text: `${say('support.fieldTeam')} → ${teamName}`,
      without: without('teamId', 'teamName'),
    });
  for (const { wish, name, text } of fields) {
    const { fields: _all, ...others } = staged;
    const left = fields.filter((one) => one.wish.key !== wish.key);
    chips.push({
      id: `field ${wish.key}`,
      text: `${name} → ${text ?? '–'}`,
      without: left.length > 0 ? { ...others, fields: left } : others,
    });
  }
  for (const tag of addTags)
    chips.push({
      id: `tag ${tag}`,
      text: `+ ${tag}`,
      without: { ...staged, addTags: addTags.filter((one) => one !== tag) },
    });
  if (chips.length === 0) return null;
  return (
    <span className={styles.chips}>
      {chips.map((chip) => (
        <span key={chip.id} className={styles.chip}>
          {chip.text}
          {onChange && (
            <button
              type="button"
              aria-label={say('support.unstage', { what: chip.text })}
              onClick={() => onChange(chip.without)}
            >
              <X size={13} aria-hidden />
            </button>
          )}
        </span>
      ))}
    </span>
  );
}
