/** One press: a key with its modifiers, written like `mod+k`, `shift+a` or `?`. */
export type Press = string;

const names: Record<string, string> = {
  ' ': 'space',
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  escape: 'esc',
};

interface KeyLike {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The name of a key press. Shift is only named for letters and named keys: `?` is `?` on every keyboard. */
export function pressOf(event: KeyLike): Press {
  const raw = event.key.toLowerCase();
  const key = names[raw] ?? raw;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  if (event.shiftKey && (key.length > 1 || /\p{L}/u.test(key))) parts.push('shift');
  return [...parts, key].join('+');
}

/** The presses of a written shortcut: `g c` is two, `mod+k` is one. */
export function pressesOf(keys: string): Press[] {
  return keys.trim().toLowerCase().split(/\s+/);
}

/** Whether a shortcut begins with a bare character, which WCAG 2.1.4 says people must be able to switch off. */
export function isSingleKey(keys: string): boolean {
  const first = pressesOf(keys)[0] ?? '';
  return (
    !first.startsWith('mod+') &&
    !first.startsWith('alt+') &&
    !['esc', 'up', 'down', 'enter', 'home', 'end', 'pageup', 'pagedown'].includes(first)
  );
}

/** Whether a key press is meant for the field that has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whether the focused thing has its own meaning for Enter and Space. */
export function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a[href], input, summary, [role="menuitem"], [role="option"], [role="switch"]') !==
      null
  );
}

const shown: Record<string, string> = {
  esc: 'Esc',
  enter: '↵',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: 'Space',
  shift: '⇧',
  alt: 'Alt',
  pagedown: 'Page ↓',
  pageup: 'Page ↑',
  home: 'Home',
  end: 'End',
};

/** A shortcut as people read it: `G C`, `Ctrl K`, on a Mac `⌘ K`. */
export function showKeys(keys: string, mac: boolean = /mac|iphone|ipad/i.test(navigator.userAgent)): string {
  return pressesOf(keys)
    .map((press) =>
      press
        .split('+')
        .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (shown[part] ?? part.toUpperCase())))
        .join(' '),
    )
    .join(' ');
}
