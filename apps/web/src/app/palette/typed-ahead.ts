let typed = '';
let stop: (() => void) | undefined;

/** Keeps what is typed between the key that opens the palette and the palette being there. */
export function keepTyping(): void {
  stop?.();
  typed = '';
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, true);
  stop = () => window.removeEventListener('keydown', onKey, true);
}

/** What was typed ahead; the palette listens for itself from now on. */
export function takeTyped(): string {
  stop?.();
  stop = undefined;
  return typed;
}
