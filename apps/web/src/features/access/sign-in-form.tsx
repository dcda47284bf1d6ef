import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Field } from '#ui/form/field.tsx';
import styles from './access.module.css';
import { signIn } from './entrance.documents.ts';
import { PasswordField } from './password-field.tsx';
import { useEntry } from './use-entry.ts';

/** E-mail and password. */
export function SignInForm({ onEntered }: { onEntered: () => void }) {
  const say = useWords();
  const { client, busy, wrong, enter } = useEntry(onEntered);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void enter(
          async () =>
            (await client.mutate({ mutation: signIn, variables: { email, password } })).data?.signIn,
        );
      }}
    >
      <Field
        label={say('access.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField value={password} onValue={setPassword} wrong={wrong?.text} />
      <button type="submit" className={styles.primary} disabled={busy}>
        {say(busy ? 'access.entering' : 'access.signIn')}
      </button>
    </form>
  );
}
