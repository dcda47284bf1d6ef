import { useApolloClient } from '@apollo/client/react';
import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { announce } from '#lib/announce.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Field } from '#ui/form/field.tsx';
import { refusalText } from './refusal-text.ts';
import { createKey } from './settings.documents.ts';
import styles from './settings.module.css';

/** Makes a key and shows its secret this one time. */
export function NewKey({
  sources,
  onClose,
}: {
  sources: readonly { id: string; key: string; name: string }[];
  onClose: () => void;
}) {
  const say = useWords();
  const client = useApolloClient();
  const id = useId();
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ text: string; field: string | null } | null>(null);
  const shown = useRef<HTMLInputElement>(null);
  useCommands({ id: 'new-key', label: 'access.newKey', exclusive: true, commands: [] });
  const make = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({
        mutation: createKey,
        variables: { name: name.trim(), source: source.trim() },
        // The secret must not stay behind in the cache.
        fetchPolicy: 'no-cache',
      });
      const answer = data?.createIntakeKey;
      if (answer?.__typename === 'NewIntakeKey') setSecret(answer.secret);
      else if (answer) setWrong({ text: refusalText(answer, say), field: answer.field });
    } catch {
      setWrong({ text: say('access.noAnswer'), field: 'name' });
    } finally {
      setBusy(false);
    }
  };
  const copy = async () => {
    if (!secret) return;
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
      announce(say('access.copied'));
    } catch {
      // Without permission for the clipboard the key is at least marked, ready for Ctrl C.
      shown.current?.select();
    }
  };
  return (
    <Dialog label={say('access.newKey')} onClose={onClose} size="small">
      <DialogHead title={say('access.newKey')} onClose={onClose} />
      {secret === null ? (
        <form
          className={styles.dialogForm}
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <Field
            label={say('access.keyName')}
            hint={say('access.keyNameHint')}
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
            wrong={wrong && wrong.field !== 'source' ? wrong.text : null}
          />
          <Field
            label={say('access.keySource')}
            hint={say('access.keySourceHint')}
            required
            list={id}
            pattern="[a-z0-9\-]+"
            value={source}
            onChange={(event) => setSource(event.target.value)}
            wrong={wrong?.field === 'source' ? wrong.text : null}
          />
          <datalist id={id}>
            {sources.map((each) => (
              <option key={each.id} value={each.key}>
                {each.name}
              </option>
            ))}
          </datalist>
          <div className={styles.acts}>
            <Button onClick={onClose}>{say('ui.cancel')}</Button>
            <Button type="submit" tone="primary" disabled={busy}>
              {say('access.makeKey')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.dialogForm}>
          <p className={styles.warning}>{say('access.shownOnce')}</p>
          <input
            ref={shown}
            className={styles.secret}
            readOnly
            value={secret}
            aria-label={say('access.secret')}
            onFocus={(event) => event.target.select()}
          />
          <div className={styles.acts}>
            <Button
              tone="primary"
              icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
              onClick={() => void copy()}
            >
              {say(copied ? 'access.copied' : 'access.copy')}
            </Button>
            <Button onClick={onClose}>{say('access.keptIt')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
