import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './chip.module.css';

/** Something that somebody put there, in a rounded frame, with the act that takes it off at its end. */
export function Chip({
  tone = 'plain',
  isOff = false,
  act,
  children,
}: {
  /** `staged` is what somebody has chosen and can take back: it will be done, or narrows what is shown. */
  tone?: 'plain' | 'staged';
  /** Taken off already, shown because it can be put back. */
  isOff?: boolean;
  /** Missing where it can only be read. Its icon is a cross unless told otherwise. */
  act?: { label: string; icon?: ReactElement; run: () => void };
  children: ReactNode;
}) {
  return (
    <span className={styles.chip} data-tone={tone} data-off={isOff || undefined}>
      <span className={styles.text}>{children}</span>
      {act && (
        <button type="button" aria-label={act.label} title={act.label} onClick={act.run}>
          {act.icon ?? <X size={12} aria-hidden />}
        </button>
      )}
    </span>
  );
}
