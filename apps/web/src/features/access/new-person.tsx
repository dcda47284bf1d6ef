import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { sayDone } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { Field } from '#ui/form/field.tsx';
import { PasswordField } from './password-field.tsx';
import { refusalText } from './refusal-text.ts';
import { personRoles, type Role, roleWords } from './role-words.ts';
import { addUser } from './settings.documents.ts';
import styles from './settings.module.css';

/** Adds a colleague, with a first password that they change themselves. */
export function NewPerson({
  isDemo,
  onClose,
  onAdded,
}: {
  /** Whether the demo is still open: the first real admin ends it. */
  isDemo: boolean;
  onClose: () => void;
  onAdded: () => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const client = useApolloClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('SALES_REP');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ text: string; field: string | null } | null>(null);
  useCommands({ id: 'new-person', label: 'access.addPerson', exclusive: true, commands: [] });
  const about = (field: string) => (wrong?.field === field ? wrong.text : null);
  const add = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({
        mutation: addUser,
        variables: { input: { name, email, role, password, language: locale } },
      });
      const answer = data?.addUser;
      if (answer?.__typename === 'User') {
        sayDone(say('access.added', { name }));
        onAdded();
      } else if (answer) setWrong({ text: refusalText(answer, say), field: answer.field });
    } catch {
      setWrong({ text: say('access.noAnswer'), field: 'password' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog label={say('access.addPerson')} onClose={onClose} size="small">
      <DialogHead title={say('access.addPerson')} onClose={onClose} />
      <form
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={say('access.theirName')}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
          wrong={about('name')}
        />
        <Field
          label={say('access.email')}
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          wrong={about('email')}
        />
        <Choice label={say('access.role')} value={role} onChoose={(next) => setRole(next as Role)}>
          {personRoles.map((each) => (
            <option key={each} value={each}>
              {say(roleWords[each])}
            </option>
          ))}
        </Choice>
        {isDemo && role === 'ADMIN' && <p className={styles.warning}>{say('access.endsDemo')}</p>}
        <PasswordField
          fresh
          label={say('access.firstPassword')}
          value={password}
          onValue={setPassword}
          wrong={
            about('password') ?? (wrong && !['name', 'email'].includes(wrong.field ?? '') ? wrong.text : null)
          }
        />
        <div className={styles.acts}>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" tone="primary" disabled={busy}>
            {say('access.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
