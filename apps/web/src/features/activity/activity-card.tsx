import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { departmentWords } from '#lib/department.ts';
import type { FragmentOf, ResultOf } from '#lib/graphql/graphql.ts';
import { useFollowing } from '#lib/graphql/use-following.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may, useViewer } from '#lib/viewer.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { More } from '#ui/more/more.tsx';
import { ActivityFragment, moreNotes, type NoteFragment } from './activity.documents.ts';
import styles from './activity-card.module.css';
import { TaskLine } from './task-line.tsx';
import { type Activity, useActivity } from './use-activity.ts';
import { type TaskActs, useTasksOf } from './use-tasks.ts';

/** Notes that the page shows by itself, of which it asks for one more. */
const notesAtOnce = 20;

/** The tasks that are open and the notes of colleagues. */
export function ActivityCard({
  customer,
}: {
  customer: { id: string } & FragmentOf<typeof ActivityFragment>;
}) {
  const say = useWords();
  const me = useViewer();
  const { id, notes, tasks } = useOwned(ActivityFragment, customer);
  const acts = useActivity(id, me);
  const taskActs = useTasksOf(id);
  const all = useFollowing(
    { lines: notes, atOnce: notesAtOnce },
    moreNotes,
    { id },
    ({ customer }) => customer?.notesConnection,
  );
  const open = tasks?.filter(({ doneAt }) => !doneAt) ?? [];
  const done = tasks?.filter(({ doneAt }) => doneAt) ?? [];
  return (
    <Card title={say('activity.title')}>
      {tasks === null && <Broken />}
      {tasks && may('Mutation.addTask') && <NewTask customerId={id} acts={taskActs} />}
      {tasks && open.length === 0 && <CardNote>{say('activity.noTasks')}</CardNote>}
      <ul>
        {open.map((task) => (
          <TaskLine key={task.id} task={task} acts={taskActs} />
        ))}
      </ul>
      {done.length > 0 && (
        <Fold label={say('activity.doneTasks', { count: done.length })}>
          <ul>
            {done.map((task) => (
              <TaskLine key={task.id} task={task} acts={taskActs} />
            ))}
          </ul>
        </Fold>
      )}
      <h3 className={styles.heading}>{say('activity.notes')}</h3>
      {notes === null && <Broken />}
      {notes?.length === 0 && <CardNote>{say('activity.noNotes')}</CardNote>}
      <ul className={styles.notes}>
        {all.lines.map((note) => (
          <NoteLine key={note.id} note={note} acts={acts} />
        ))}
      </ul>
      <More of={all} label={say('activity.moreNotes')} />
    </Card>
  );
}

function NewTask({ customerId, acts }: { customerId: string; acts: TaskActs }) {
  const say = useWords();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault();
        const text = title.trim();
        if (!text) return;
        setTitle('');
        void acts.add(customerId, text, due || null).then((kept) => (kept ? setDue('') : setTitle(text)));
      }}
    >
      <input
        value={title}
        placeholder={say('activity.newTask')}
        aria-label={say('activity.newTask')}
        maxLength={500}
        onChange={(event) => setTitle(event.target.value)}
      />
      {title && (
        <input
          type="date"
          value={due}
          aria-label={say('activity.due')}
          onChange={(event) => setDue(event.target.value)}
        />
      )}
      <button
        type="submit"
        aria-label={say('activity.addTask')}
        title={say('activity.addTask')}
        disabled={!title.trim()}
      >
        <Plus size={16} aria-hidden />
      </button>
    </form>
  );
}

function NoteLine({ note, acts }: { note: ResultOf<typeof NoteFragment>; acts: Activity }) {
  const say = useWords();
  const { ago, date } = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const save = async () => {
    if (draft === null || !draft.trim() || (await acts.edit(note, draft.trim()))) setDraft(null);
  };
  return (
    <li className={styles.note}>
      <p className={styles.by}>
        <b>{note.authorName ?? say('ui.unknown')}</b>
        <time dateTime={note.at} title={date(note.at, 'dateTime')}>
          {ago(note.at)}
        </time>
        {note.forDepartmentOnly && note.department && (
          <Pill>{say('activity.only', { department: say(departmentWords[note.department]) })}</Pill>
        )}
        {note.canEdit && draft === null && (
          <span className={styles.tools}>
            <button
              type="button"
              aria-label={say('activity.edit')}
              title={say('activity.edit')}
              onClick={() => setDraft(note.body)}
            >
              <Pencil size={14} aria-hidden />
            </button>
            <button
              type="button"
              aria-label={say('activity.remove')}
              title={say('activity.remove')}
              onClick={() => void acts.remove(note.id)}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </span>
        )}
      </p>
      {draft === null ? (
        <p className={styles.body}>{note.body}</p>
      ) : (
        <form
          className={styles.editor}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <textarea
            value={draft}
            aria-label={say('activity.edit')}
            rows={3}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(null);
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
            }}
          />
          <div>
            <button type="button" onClick={() => setDraft(null)}>
              {say('ui.cancel')}
            </button>
            <button type="submit">{say('ui.save')}</button>
          </div>
        </form>
      )}
    </li>
  );
}
