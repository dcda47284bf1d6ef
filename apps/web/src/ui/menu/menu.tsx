import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import styles from './menu.module.css';

/** One line of a menu. */
export interface MenuItem {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  /** For menus that choose one of several: whether this is the chosen one. */
  checked?: boolean;
  /** For words in another language than the page. */
  lang?: string;
  onSelect: () => void;
}

const linesOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
];

/** A button that opens a list of actions: arrows move, letters jump, Esc gives the focus back. */
export function Menu({
  label,
  trigger,
  items,
  heading,
  align = 'end',
  className,
  many = false,
}: {
  label: string;
  trigger: ReactNode;
  items: readonly MenuItem[];
  heading?: ReactNode;
  align?: 'start' | 'end';
  className?: string;
  /** Whether several lines can be chosen: the menu then stays open. */
  many?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    (list.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? linesOf(list.current)[0])?.focus();
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const all = linesOf(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (index: number) => all.at(index % all.length)?.focus();
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
      const letter = event.key.toLocaleLowerCase();
      const starts = (line: HTMLElement) => line.textContent?.trim().toLocaleLowerCase().startsWith(letter);
      [...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts)?.focus();
    } else return undefined;
    event.preventDefault();
    return event.stopPropagation();
  };

  return (
    <div className={styles.root} ref={root}>
      <button
        type="button"
        className={className ?? styles.trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {trigger}
      </button>
      {open && (
        <div className={styles.panel} data-align={align}>
          {heading}
          <div id={id} ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
            {items.map((item) => (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role below is a radio or check item whenever aria-checked is set.
              <button
                key={item.id}
                type="button"
                role={item.checked === undefined ? 'menuitem' : many ? 'menuitemcheckbox' : 'menuitemradio'}
                aria-checked={item.checked}
                tabIndex={-1}
                lang={item.lang}
                className={styles.item}
                onClick={() => {
                  if (!many) close();
                  item.onSelect();
                }}
              >
                {item.icon}
                <span className={styles.label}>{item.label}</span>
                {item.hint}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
