import { createStore } from '#lib/store/store.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';

/** Light, dark, or what the system says. */
export type Scheme = 'light' | 'dark' | 'auto';

const isScheme = (value: unknown): value is Scheme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** The scheme chosen in this browser. */
export const scheme = createStore<Scheme>(readStored('theme', isScheme) ?? 'auto');

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)');

/** Whether the page is dark now. */
export const isDark = (): boolean =>
  scheme.get() === 'dark' || (scheme.get() === 'auto' && darkSystem().matches);

function paint(): void {
  document.documentElement.dataset.scheme = isDark() ? 'dark' : 'light';
}

/** Chooses a scheme and remembers it. */
export function chooseScheme(next: Scheme): void {
  writeStored('theme', next);
  scheme.set(next);
  paint();
}

/** Follows the system for as long as the choice is `auto`. */
export function followSystem(): void {
  darkSystem().addEventListener('change', paint);
}
