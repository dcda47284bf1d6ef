import type { MessageId } from '../intl/words.ts';
import { createStore } from '../store/store.ts';
import { isPressable, isSingleKey, isTyping, type Press, pressesOf, pressOf } from './keys.ts';
import { type HotkeyPreferences, keysFor } from './preferences.ts';

/** Something a key can do: shown in the `?` sheet and in the palette, wherever it is in scope. */
export interface Command {
  id: string;
  label: MessageId;
  /** The default shortcut, `g c` or `mod+k`; may be remapped by its owner. */
  keys: string;
  /** Other ways to the same thing which are not shown. */
  also?: readonly string[];
  run: (event?: KeyboardEvent) => void;
  /** Kept out of the palette because it only makes sense from the keyboard (moving a cursor). */
  keyboardOnly?: boolean;
}

/** A part of the screen that has commands; the last one opened is asked first. */
export interface Scope {
  id: string;
  label: MessageId;
  /** A dialog: nothing below it hears keys. */
  exclusive?: boolean;
  commands: readonly Command[];
}

/** The open scopes, innermost last. */
export const scopes = createStore<readonly Scope[]>([]);

/** Opens a scope or replaces its commands; answers how to close it. */
export function openScope(scope: Scope): () => void {
  scopes.set((before) => {
    const at = before.findIndex((open) => open.id === scope.id);
    return at < 0 ? [...before, scope] : before.with(at, scope);
  });
  return () => scopes.set((before) => before.filter((open) => open.id !== scope.id));
}

/** The scopes that hear keys now, innermost first. */
export function listening(all: readonly Scope[] = scopes.get()): Scope[] {
  const from = all.findLastIndex((scope) => scope.exclusive);
  return all.slice(Math.max(from, 0)).toReversed();
}

/** What a row of presses means: a command, the beginning of one, or nothing. */
export function match(
  presses: readonly Press[],
  all: readonly Scope[],
  preferences: HotkeyPreferences,
): Command | 'beginning' | undefined {
  let beginning = false;
  for (const scope of listening(all)) {
    for (const command of scope.commands) {
      for (const keys of [keysFor(command, preferences), ...(command.also ?? [])]) {
        if (!keys || (!preferences.singleKeys && isSingleKey(keys))) continue;
        const wanted = pressesOf(keys);
        if (!presses.every((press, index) => wanted[index] === press)) continue;
        if (wanted.length === presses.length) return command;
        beginning = true;
      }
    }
    if (beginning) return 'beginning';
  }
  return undefined;
}

const patience = 1_200;

/** Listens on a window; answers how to stop. Half-typed sequences are forgotten after a moment. */
export function listen(target: Window, preferences: () => HotkeyPreferences): () => void {
  let typed: Press[] = [];
  let forget: ReturnType<typeof setTimeout> | undefined;
  const onKey = (event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
    )
      return;
    const press = pressOf(event);
    const bare = !press.startsWith('mod+') && press !== 'esc';
    if (bare && isTyping(event.target)) return;
    if ((press === 'enter' || press === 'space') && isPressable(event.target)) return;
    clearTimeout(forget);
    const found =
      match([...typed, press], scopes.get(), preferences()) ?? match([press], scopes.get(), preferences());
    if (found === 'beginning') {
      typed = [...typed, press];
      forget = setTimeout(() => {
        typed = [];
      }, patience);
      return;
    }
    typed = [];
    if (!found) return;
    event.preventDefault();
    found.run(event);
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
