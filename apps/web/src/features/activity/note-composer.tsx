import { type RefObject, useEffect, useState } from 'react';
import { departmentWords } from '#lib/department.ts';
import { useWords } from '#lib/intl/words.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';
import { useViewer } from '#lib/viewer.ts';
import { KeyHint } from '#ui/badges/key-hint.tsx';
import styles from './note-composer.module.css';
import { useActivity } from './use-activity.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Where a note is written. It can only ever become a note: nothing here is sent to the customer. What was typed survives a reload. */
export function NoteComposer({
  customerId,
  field,
}: {
  customerId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const say = useWords();
  const me = useViewer();
  const { note } = useActivity(customerId, me);
  const key = `draft.${customerId}`;
  const [body, setBody] = useState(() => readStored(key, isText) ?? '');
  const [own, setOwn] = useState(false);
  const [saving, setSaving] = useState(false);
  useEffect(() => writeStored(key, body || null), [key, body]);

  const send = async () => {
    const text = body.trim();
    if (!text || saving) return;
    setSaving(true);
    setBody('');
    // The keys belong to the page again, so that Z can take the note back.
    field.current?.blur();
    if (!(await note(text, own))) setBody(text);
    setSaving(false);
  };
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={field}
        rows={body ? 3 : 1}
        value={body}
        placeholder={say('activity.write')}
        aria-label={say('activity.write')}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            void send();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {(body || saving) && (
        <div className={styles.foot}>
          {me?.department && (
            <label>
              <input type="checkbox" checked={own} onChange={(event) => setOwn(event.target.checked)} />
              {say('activity.ownOnly', { department: say(departmentWords[me.department]) })}
            </label>
          )}
          <button type="submit" disabled={saving}>
            {say('activity.addNote')}
            <KeyHint keys="mod+enter" />
          </button>
        </div>
      )}
    </form>
  );
}
