import { type ReactNode, useId, useState } from 'react';
import styles from './hover-note.module.css';

/** A note that opens on hover and focus, stays while pointed at, and goes with Esc (WCAG 1.4.13). */
export function HoverNote({
  children,
  note,
  label,
}: {
  children: ReactNode;
  note: ReactNode;
  label?: string;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className={styles.root} onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
        type="button"
        className={styles.trigger}
        aria-describedby={open ? id : undefined}
        aria-label={label}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          event.preventDefault();
          setOpen(false);
        }}
      >
        {children}
      </button>
      {open && (
        <span id={id} role="tooltip" className={styles.note}>
          {note}
        </span>
      )}
    </span>
  );
}
