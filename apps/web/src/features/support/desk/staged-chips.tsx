import { useWords } from '#lib/intl/words.ts';
import { Chip } from '#ui/badges/chip.tsx';
import type { Staged } from './drafts.ts';
import styles from './staged-chips.module.css';
import { causeWords, priorityWords, statusWords } from './words.ts';

interface Wish {
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
  const wishes: Wish[] = [];
  const { status, priority, cause, addTags = [], teamName, fields = [] } = staged;
  const without = (...names: (keyof Staged)[]): Staged =>
    Object.fromEntries(Object.entries(staged).filter(([name]) => !names.includes(name as keyof Staged)));
  if (status)
    wishes.push({
      id: 'status',
      text: `${say('support.fieldStatus')} → ${say(statusWords[status])}`,
      without: without('status', 'ending'),
    });
  if (priority)
    wishes.push({
      id: 'priority',
      text: `${say('support.fieldPriority')} → ${say(priorityWords[priority])}`,
      without: without('priority'),
    });
  if (cause)
    wishes.push({
      id: 'cause',
      text: `${say('support.fieldCause')} → ${say(causeWords[cause])}`,
      without: without('cause'),
    });
  if (teamName)
    wishes.push({
      id: 'team',
      text: `${say('support.fieldTeam')} → ${teamName}`,
      without: without('teamId', 'teamName'),
    });
  for (const { wish, name, text } of fields) {
    const { fields: _all, ...others } = staged;
    const left = fields.filter((one) => one.wish.key !== wish.key);
    wishes.push({
      id: `field ${wish.key}`,
      text: `${name} → ${text ?? '–'}`,
      without: left.length > 0 ? { ...others, fields: left } : others,
    });
  }
  for (const tag of addTags)
    wishes.push({
      id: `tag ${tag}`,
      text: `+ ${tag}`,
      without: { ...staged, addTags: addTags.filter((one) => one !== tag) },
    });
  if (wishes.length === 0) return null;
  return (
    <span className={styles.chips}>
      {wishes.map((wish) => (
        <Chip
          key={wish.id}
          tone="staged"
          act={
            onChange && {
              label: say('support.unstage', { what: wish.text }),
              run: () => onChange(wish.without),
            }
          }
        >
          {wish.text}
        </Chip>
      ))}
    </span>
  );
}
