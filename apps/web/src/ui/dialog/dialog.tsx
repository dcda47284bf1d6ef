import { type ReactNode, useEffect, useRef } from 'react';
import styles from './dialog.module.css';

/** A modal dialog: the browser's own, which traps focus, gives it back and closes on Esc. */
export function Dialog({
  label,
  onClose,
  children,
  size = 'medium',
  place = 'top',
}: {
  label: string;
  onClose: () => void;
  children: ReactNode;
  size?: 'small' | 'medium' | 'large';
  place?: 'top' | 'side';
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown && !shown.open) shown.showModal();
    // The first thing to fill in is where one begins, not the button that closes.
    shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog is a second way to Esc, which the browser provides.
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-size={size}
      data-place={place}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}
