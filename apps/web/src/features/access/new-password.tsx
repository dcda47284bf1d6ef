import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { CopyLine } from '#ui/form/copy-line.tsx';
import { refusalText } from './refusal-text.ts';
import { resetPassword } from './settings.documents.ts';
import styles from './settings.module.css';
import type { Person } from './use-person-acts.ts';

/** Draws a new password for somebody who forgot theirs and shows it this one time. */
export function NewPassword({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useWords();
  const client = useApolloClient();
  const [password, setPassword] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const title = say('access.newPasswordOf', { name: person.name });
  useCommands({ id: 'new-password', label: 'access.newPasswordAct', exclusive: true, commands: [] });
  const draw = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({
        mutation: resetPassword,
        variables: { userId: person.id },
        // The password must not stay behind in the cache.
        fetchPolicy: 'no-cache',
      });
      const answer = data?.resetPassword;
      if (answer?.__typename === 'FirstPassword') setPassword(answer.password);
      else if (answer) setWrong(refusalText(answer, say));
    } catch {
      setWrong(say('access.noAnswer'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog label={title} onClose={onClose} size="small">
      <DialogHead title={title} onClose={onClose} />
      <div className={styles.dialogForm}>
        {password === null ? (
          <>
            <p>{say('access.newPasswordText', { name: person.name })}</p>
            {wrong && (
              <p className={styles.warning} role="alert">
                {wrong}
              </p>
            )}
            <div className={styles.acts}>
              <Button onClick={onClose}>{say('ui.cancel')}</Button>
              <Button tone="primary" disabled={busy} onClick={() => void draw()}>
                {say('access.drawPassword')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className={styles.warning}>{say('access.passwordShownOnce')}</p>
            <CopyLine label={title} value={password} />
            {person.disabledAt && <p>{say('access.newPasswordOut', { name: person.name })}</p>}
            <div className={styles.acts}>
              <Button tone="primary" onClick={onClose}>
                {say('access.keptPassword')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
