import type { MantineColorSchemeManager } from '@mantine/core';
import { createStore } from '#lib/store/store.ts';
import { readStored, writeStored } from '#lib/store/stored.ts';

/** Light, dark, or what the system says. */
export type Scheme = 'light' | 'dark' | 'auto';

const isScheme = (value: unknown): value is Scheme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** The scheme chosen in this browser. */
export const scheme = createStore<Scheme>(readStored('theme', isScheme) ?? 'auto');

/** Chooses a scheme and remembers it; Mantine paints it. */
export function chooseScheme(next: Scheme): void {
  writeStored('theme', next);
  scheme.set(next);
}

let unsubscribe: (() => void) | undefined;

/** How Mantine learns about the chosen scheme. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => scheme.get(),
  set: chooseScheme,
  subscribe(onUpdate) {
    unsubscribe = scheme.subscribe(() => onUpdate(scheme.get()));
  },
  unsubscribe: () => unsubscribe?.(),
  clear: () => chooseScheme('auto'),
};
