import { useQuery } from '@apollo/client/react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { Choice } from '#ui/form/choice.tsx';
import { NamedOptions } from '#ui/form/options.tsx';
import { colleaguesQuery } from './activity.documents.ts';
import styles from './activity-card.module.css';
import { editOf, type TaskDraft } from './task-draft.ts';
import type { TaskEdit, TaskShape } from './use-tasks.ts';

/** Where a task is changed: its words, its day, and whose it is. */
export function TaskEditor({
  task,
  onSave,
  onClose,
}: {
  task: TaskShape;
  /** Answers whether it was kept. */
  onSave: (edit: TaskEdit) => Promise<boolean>;
  onClose: () => void;
}) {
  const say = useWords();
  const { data } = useQuery(colleaguesQuery);
  const [draft, setDraft] = useState<TaskDraft>({
    title: task.title,
    detail: task.detail ?? '',
    dueOn: task.dueOn ?? '',
    assignee: task.assigneeId ?? (task.assigneeName ? 'as-told' : ''),
  });
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.focus(), []);
  const change = (part: Partial<TaskDraft>) => setDraft((before) => ({ ...before, ...part }));
  const people = (data?.users ?? []).filter(({ id, disabledAt }) => !disabledAt || id === task.assigneeId);
  // Until the colleagues are there, whoever it is now stands for them.
  const named = people.some(({ id }) => id === task.assigneeId);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    const edit = editOf(task, draft);
    if (!draft.title.trim() || busy) return;
    if (!edit) return onClose();
    setBusy(true);
    if (await onSave(edit)) return onClose();
    return setBusy(false);
  };
  return (
    <form
      className={styles.taskEditor}
      aria-label={say('activity.editTask', { title: task.title })}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
      }}
    >
      <input
        ref={title}
        value={draft.title}
        aria-label={say('activity.taskTitle')}
        placeholder={say('activity.taskTitle')}
        required
        maxLength={500}
        onChange={(event) => change({ title: event.target.value })}
      />
      <textarea
        value={draft.detail}
        aria-label={say('activity.taskDetail')}
        placeholder={say('activity.taskDetail')}
        rows={2}
        maxLength={20_000}
        onChange={(event) => change({ detail: event.target.value })}
      />
      <div className={styles.fields}>
        <label>
          <span>{say('activity.due')}</span>
          <input
            type="date"
            value={draft.dueOn}
            onChange={(event) => change({ dueOn: event.target.value })}
          />
        </label>
        <Choice
          label={say('activity.assignee')}
          value={draft.assignee}
          onChoose={(assignee) => change({ assignee })}
        >
          <option value="">{say('activity.nobody')}</option>
          {!task.assigneeId && task.assigneeName && (
            <option value="as-told">{colleagueText(task.assigneeName)}</option>
          )}
          {task.assigneeId && !named && <option value={task.assigneeId}>{task.assigneeName}</option>}
          <NamedOptions of={people} />
        </Choice>
      </div>
      {task.toldBy && (
        <p className={styles.hint}>{say('activity.toldBy', { source: sourceText(task.toldBy, say) })}</p>
      )}
      <div className={styles.acts}>
        <button type="button" onClick={onClose}>
          {say('ui.cancel')}
        </button>
        <button type="submit" disabled={busy || !draft.title.trim()}>
          {say('ui.save')}
        </button>
      </div>
    </form>
  );
}
