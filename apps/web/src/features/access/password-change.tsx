import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { sayDone } from '#lib/undo/toasts.ts';
import { Button } from '#ui/button/button.tsx';
import { Card } from '#ui/card/card.tsx';
import { PasswordField } from './password-field.tsx';
import { refusalText } from './refusal-text.ts';
import { changePassword } from './settings.documents.ts';
import styles from './settings.module.css';

/** A new password for oneself; every other browser is signed out by it. */
export function PasswordChange() {
  const say = useWords();
  const client = useApolloClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ text: string; field: string | null } | null>(null);
  const change = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { data } = await client.mutate({ mutation: changePassword, variables: { current, next } });
      const answer = data?.changePassword;
      if (answer?.__typename === 'Refusal') {
        const isCurrent = answer.code === 'WRONG_CREDENTIALS';
        setWrong({
          text: isCurrent ? say('access.notYourPassword') : refusalText(answer, say),
          field: isCurrent ? 'current' : 'next',
        });
      } else {
        setCurrent('');
        setNext('');
        sayDone(say('access.passwordChanged'));
      }
    } catch {
      setWrong({ text: say('access.noAnswer'), field: 'next' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={say('access.changePassword')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PasswordField
          label={say('access.currentPassword')}
          value={current}
          onValue={setCurrent}
          wrong={wrong?.field === 'current' ? wrong.text : null}
        />
        <PasswordField
          fresh
          label={say('access.newPassword')}
          value={next}
          onValue={setNext}
          wrong={wrong?.field === 'next' ? wrong.text : null}
        />
        <Button type="submit" tone="primary" disabled={busy}>
          {say('access.changePassword')}
        </Button>
      </form>
    </Card>
  );
}
