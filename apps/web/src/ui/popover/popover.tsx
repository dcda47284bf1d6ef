import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './popover.module.css';

/** A button with a small panel below it: not modal, closed by Esc, by a click elsewhere, or by what is inside. */
export function Popover({
  label,
  trigger,
  className,
  open,
  onOpen,
  align = 'start',
  children,
}: {
  label: string;
  trigger: ReactNode;
  className?: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  align?: 'start' | 'end';
  children: ReactNode;
}) {
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = useRef(onOpen);
  close.current = onOpen;
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    panel.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) close.current(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc on its way up from the button or the panel.
    <div
      className={styles.root}
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        event.preventDefault();
        onOpen(false);
        root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
      }}
    >
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div id={id} ref={panel} className={styles.panel} data-align={align} role="dialog" aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
