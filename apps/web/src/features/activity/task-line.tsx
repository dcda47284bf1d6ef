import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { localDay } from '#lib/local-day.ts';
import { colleagueText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import styles from './activity-card.module.css';
import { TaskEditor } from './task-editor.tsx';
import type { TaskActs, TaskShape } from './use-tasks.ts';

/** One task: done with a click, changed where it stands, or taken away. */
export function TaskLine({ task, acts, whom }: { task: TaskShape; acts: TaskActs; whom?: ReactNode }) {
  const say = useWords();
  const { date } = useFormat();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => pencil.current?.focus({ preventScroll: true }));
  };
  const today = localDay();
  const late = !task.doneAt && task.dueOn !== null && task.dueOn < today;
  if (editing)
    return (
      <li>
        {whom && <p className={styles.whomEdited}>{whom}</p>}
        <TaskEditor task={task} onSave={(edit) => acts.edit(task, edit)} onClose={close} />
      </li>
    );
  return (
    <li className={styles.task}>
      <div className={styles.what}>
        {whom && <span className={styles.whom}>{whom}</span>}
        <label>
          <input
            type="checkbox"
            data-task={task.id}
            checked={task.doneAt !== null}
            disabled={!may('Mutation.completeTask')}
            onChange={(event) => void acts.complete(task, event.target.checked)}
          />
          <span data-done={task.doneAt !== null || undefined}>
            {task.title}
            {task.detail && <small>{task.detail}</small>}
          </span>
        </label>
      </div>
      <small className={styles.due}>
        {task.dueOn && <Pill tone={late ? 'bad' : 'plain'}>{date(`${task.dueOn}T12:00:00`)}</Pill>}
        {task.assigneeName && colleagueText(task.assigneeName)}
      </small>
      {may('Mutation.editTask') && (
        <span className={styles.tools}>
          <button
            ref={pencil}
            type="button"
            data-act="edit"
            aria-label={say('activity.editTask', { title: task.title })}
            title={say('activity.editThis')}
            onClick={() => setEditing(true)}
          >
            <Pencil size={14} aria-hidden />
          </button>
          <button
            type="button"
            data-act="remove"
            aria-label={say('activity.removeTask', { title: task.title })}
            title={say('activity.removeThis')}
            onClick={() => void acts.remove(task)}
          >
            <Trash2 size={14} aria-hidden />
          </button>
        </span>
      )}
    </li>
  );
}
