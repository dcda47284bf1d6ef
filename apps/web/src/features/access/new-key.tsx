import { useApolloClient } from '@apollo/client/react';
import { useId, useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { CopyLine } from '#ui/form/copy-line.tsx';
import { Field } from '#ui/form/field.tsx';
import { refusalText } from './refusal-text.ts';
import { createKey } from './settings.documents.ts';
import styles from './settings.module.css';

// What is wrong with none of them is said beside the first field.
const fieldsBelow = ['source', 'expiresAt', 'allowedNetworks'];

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
  const [lastDay, setLastDay] = useState('');
  const [networks, setNetworks] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ text: string; field: string | null } | null>(null);
  const about = (field: string) => (wrong?.field === field ? wrong.text : null);
  useCommands({ id: 'new-key', label: 'access.newKey', exclusive: true, commands: [] });
  const make = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({
        mutation: createKey,
        variables: {
          name: name.trim(),
          source: source.trim(),
          // Of the day where one sits: who chooses today may use the key today.
          expiresAt: lastDay ? new Date(`${lastDay}T23:59:59`).toISOString() : null,
          allowedNetworks: networks.split(/[\s,;]+/).filter(Boolean),
        },
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
            wrong={wrong && !fieldsBelow.includes(wrong.field ?? '') ? wrong.text : null}
          />
          <Field
            label={say('access.keySource')}
            hint={say('access.keySourceHint')}
            required
            list={id}
            pattern="[a-z0-9\-]+"
            value={source}
            onChange={(event) => setSource(event.target.value)}
            wrong={about('source')}
          />
          <datalist id={id}>
            {sources.map((each) => (
              <option key={each.id} value={each.key}>
                {each.name}
              </option>
            ))}
          </datalist>
          <Field
            label={say('access.keyExpires')}
            hint={say('access.keyExpiresHint')}
            type="date"
            value={lastDay}
            onChange={(event) => setLastDay(event.target.value)}
            wrong={about('expiresAt')}
          />
          <Field
            label={say('access.keyNetworks')}
            hint={say('access.keyNetworksHint')}
            autoComplete="off"
            spellCheck={false}
            value={networks}
            onChange={(event) => setNetworks(event.target.value)}
            wrong={about('allowedNetworks')}
          />
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
          <CopyLine label={say('access.secret')} value={secret} />
          <div className={styles.acts}>
            <Button tone="primary" onClick={onClose}>
              {say('access.keptIt')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
