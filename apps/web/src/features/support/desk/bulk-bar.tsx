import { X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { useViewer } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions, WordOptions } from '#ui/form/options.tsx';
import styles from './bulk-bar.module.css';
import type { Change } from './use-desk.ts';
import { chosenStatuses, priorities, priorityWords, statusWords } from './words.ts';

/** What is to be done with several tickets at once: staged here, seen, and only then carried out. */
export function BulkBar({
  count,
  staff,
  onApply,
  onClear,
}: {
  count: number;
  staff: {
    users: readonly { id: string; name: string; department: string | null; disabledAt: string | null }[];
    teams: readonly { id: string; name: string }[];
  };
  onApply: (change: Change) => void;
  onClear: () => void;
}) {
  const say = useWords();
  const me = useViewer();
  const [change, setChange] = useState<Change>({});
  const [tag, setTag] = useState('');
  const stage = (field: keyof Change, value: string) =>
    setChange(({ [field]: _before, ...others }) =>
      value === '' ? others : { ...others, [field]: value === 'none' ? null : value },
    );
  const staged: Change = { ...change, ...(tag.trim() ? { addTags: [tag.trim()] } : {}) };
  const nothing = Object.keys(staged).length === 0;
  const people = staff.users.filter(
    ({ id, department, disabledAt }) => !disabledAt && (department === 'SUPPORT' || id === me?.id),
  );
  return (
    <form
      className={styles.bar}
      aria-label={say('support.bulk', { count })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing) onApply(staged);
      }}
    >
      <p>
        <b>{say('support.bulk', { count })}</b>
        <button
          type="button"
          onClick={onClear}
          aria-label={say('support.bulkClear')}
          title={say('support.bulkClear')}
        >
          <X size={15} aria-hidden />
        </button>
      </p>
      <div className={styles.fields}>
        <Choice
          label={say('support.fieldStatus')}
          value={change.status ?? ''}
          onChoose={(value) => stage('status', value)}
        >
          <option value="">{say('support.bulkSame')}</option>
          <WordOptions words={statusWords} values={chosenStatuses} />
        </Choice>
        <Choice
          label={say('support.fieldAssignee')}
          value={change.assigneeId === null ? 'none' : (change.assigneeId ?? '')}
          onChoose={(value) => stage('assigneeId', value)}
        >
          <option value="">{say('support.bulkSame')}</option>
          <option value="none">{say('support.nobody')}</option>
          <NamedOptions of={people} />
        </Choice>
        {staff.teams.length > 0 && (
          <Choice
            label={say('support.fieldTeam')}
            value={change.teamId === null ? 'none' : (change.teamId ?? '')}
            onChoose={(value) => stage('teamId', value)}
          >
            <option value="">{say('support.bulkSame')}</option>
            <option value="none">{say('support.noTeam')}</option>
            <NamedOptions of={staff.teams} />
          </Choice>
        )}
        <Choice
          label={say('support.fieldPriority')}
          value={change.priority ?? ''}
          onChoose={(value) => stage('priority', value)}
        >
          <option value="">{say('support.bulkSame')}</option>
          <WordOptions words={priorityWords} values={priorities} />
        </Choice>
        <label className={styles.tag}>
          {say('support.tagNew')}
          <input value={tag} maxLength={60} onChange={(event) => setTag(event.target.value)} />
        </label>
      </div>
      <Button type="submit" tone="primary" disabled={nothing}>
        {say('support.bulkApply', { count })}
      </Button>
    </form>
  );
}
