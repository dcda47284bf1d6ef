import type { ReactNode } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '../button/button.tsx';
import styles from './dialog-form.module.css';

/** What is filled in within a dialog: the fields one below the other, what is wrong with none of them, and the two ways out. */
export function DialogForm({
  keep,
  ready = true,
  busy = false,
  wrong,
  onSubmit,
  onClose,
  children,
}: {
  /** What keeping it is called here. */
  keep: string;
  /** Whether enough is filled in. */
  ready?: boolean;
  busy?: boolean;
  /** What is wrong with no field of it. */
  wrong: string | null | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const say = useWords();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onSubmit();
      }}
    >
      {children}
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
      <div className={styles.foot}>
        <Button onClick={onClose}>{say('ui.cancel')}</Button>
        <Button type="submit" tone="primary" disabled={!ready || busy}>
          {busy ? say('ui.saving') : keep}
        </Button>
      </div>
    </form>
  );
}

/** Fields that stand side by side where there is room. */
export function DialogRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
