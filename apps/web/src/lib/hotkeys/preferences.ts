import { createStore } from '../store/store.ts';
import { readStored, writeStored } from '../store/stored.ts';

/** How one person wants the keys: single keys on or off (WCAG 2.1.4), and their own shortcuts. */
export interface HotkeyPreferences {
  singleKeys: boolean;
  /** Command id → shortcut; an empty one switches the command's key off. */
  remapped: Readonly<Record<string, string>>;
}

const isPreferences = (value: unknown): value is HotkeyPreferences =>
  typeof value === 'object' &&
  value !== null &&
  'singleKeys' in value &&
  typeof value.singleKeys === 'boolean' &&
  'remapped' in value &&
  typeof value.remapped === 'object' &&
  value.remapped !== null;

/** The preferences of whoever uses this browser. */
export const hotkeyPreferences = createStore<HotkeyPreferences>(
  readStored('hotkeys', isPreferences) ?? { singleKeys: true, remapped: {} },
);

/** Changes the preferences and remembers them. */
export function changeHotkeys(change: Partial<HotkeyPreferences>): void {
  hotkeyPreferences.set((before) => ({ ...before, ...change }));
  writeStored('hotkeys', hotkeyPreferences.get());
}

/** The shortcut of a command for this person; empty when it is switched off. */
export function keysFor(command: { id: string; keys: string }, preferences: HotkeyPreferences): string {
  return preferences.remapped[command.id] ?? command.keys;
}
