import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { Field } from '#ui/form/field.tsx';
import styles from './access.module.css';
import { setUp } from './entrance.documents.ts';
import { PasswordField } from './password-field.tsx';
import { useEntry } from './use-entry.ts';

/** The first person: whoever can read the code that was printed at the start becomes the administrator. */
export function SetUpForm({ onEntered }: { onEntered: () => void }) {
  const say = useWords();
  const { locale } = useIntl();
  const { client, busy, wrong, enter } = useEntry(onEntered);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const about = (field: string) => (wrong?.field === field ? wrong.text : null);
  const elsewhere =
    wrong && !['code', 'name', 'email', 'password'].includes(wrong.field ?? '') ? wrong.text : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const input = { code: code.trim(), name, email, password, language: locale };
        void enter(async () => (await client.mutate({ mutation: setUp, variables: { input } })).data?.setUp);
      }}
    >
      <Field
        label={say('access.code')}
        hint={say('access.codeHint')}
        name="code"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
        wrong={about('code') ?? elsewhere}
      />
      <Field
        label={say('access.name')}
        name="name"
        autoComplete="name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        wrong={about('name')}
      />
      <Field
        label={say('access.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        wrong={about('email')}
      />
      <PasswordField fresh value={password} onValue={setPassword} wrong={about('password')} />
      <button type="submit" className={styles.primary} disabled={busy}>
        {say(busy ? 'access.entering' : 'access.setUp')}
      </button>
    </form>
  );
}
