import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Field } from '#ui/form/field.tsx';
import styles from './access.module.css';

/** A password: it can be shown, pasted and filled by a password manager. */
export function PasswordField({
  label,
  value,
  onValue,
  fresh = false,
  wrong,
}: {
  /** What it is called where it is not simply the password. */
  label?: string;
  value: string;
  onValue: (value: string) => void;
  /** Whether a new password is chosen here. */
  fresh?: boolean;
  wrong?: string | null;
}) {
  const say = useWords();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field
      label={label ?? say('access.password')}
      type={shown ? 'text' : 'password'}
      name="password"
      autoComplete={fresh ? 'new-password' : 'current-password'}
      required
      minLength={fresh ? 12 : undefined}
      maxLength={200}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      hint={fresh ? say('access.passwordHint') : undefined}
      wrong={wrong}
      end={
        <button
          type="button"
          className={styles.eye}
          aria-label={say(shown ? 'access.hide' : 'access.show')}
          title={say(shown ? 'access.hide' : 'access.show')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon size={17} aria-hidden />
        </button>
      }
    />
  );
}
