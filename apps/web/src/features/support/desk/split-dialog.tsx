import { useState } from 'react';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import type { ThreadThing } from './desk.documents.ts';
import styles from './merge-picker.module.css';

/** Chooses the messages that are about another matter, and what that matter is. */
export function SplitDialog({
  items,
  onSplit,
  onClose,
}: {
  items: readonly ThreadThing[];
  onSplit: (messageIds: string[], subject: string) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const { ago } = useFormat();
  const messages = items.filter((item) => item.__typename === 'Message');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [subject, setSubject] = useState('');
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <Dialog label={say('support.split')} onClose={onClose}>
      <DialogHead title={say('support.split')} onClose={onClose} />
      <div className={styles.inside}>
        <p className={styles.text}>{say('support.splitText')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen.length > 0 && subject.trim()) onSplit([...chosen], subject.trim());
          }}
        >
          <Field
            first
            label={say('support.splitSubject')}
            value={subject}
            required
            maxLength={300}
            onChange={(event) => setSubject(event.target.value)}
          />
          <ul className={styles.list}>
            {messages.map(({ id, authorName, body, at }) => (
              <li key={id}>
                <label className={styles.pick}>
                  <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                  <span>
                    {authorName ? `${authorName}: ` : ''}
                    {body.length > 140 ? `${body.slice(0, 140)}…` : body}
                  </span>
                  <small>{ago(at)}</small>
                </label>
              </li>
            ))}
          </ul>
          <Button type="submit" tone="primary" disabled={chosen.length === 0 || !subject.trim()}>
            {say('support.splitDo', { count: chosen.length })}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
