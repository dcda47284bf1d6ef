import { announce } from '../announce.ts';
import { createStore } from '../store/store.ts';

/** How long a chance to undo stays on the screen, in milliseconds. */
export const undoTime = 10_000;

/** A short message at the edge of the screen, with a way back where there is one. */
export interface Toast {
  id: number;
  tone: 'done' | 'failed';
  text: string;
  /** What takes the change back, or tries a failed one again. */
  act?: { label: 'undo' | 'retry'; run: () => void | Promise<void> };
}

/** The toasts on the screen, newest last. */
export const toasts = createStore<readonly Toast[]>([]);

let last = 0;

function show(toast: Omit<Toast, 'id'>): number {
  last += 1;
  const id = last;
  toasts.set((before) => [...before, { ...toast, id }].slice(-3));
  announce(toast.text);
  return id;
}

/** Takes a toast off the screen. */
export function dismissToast(id: number): void {
  toasts.set((before) => before.filter((toast) => toast.id !== id));
}

/** Says that something was done, and offers the way back for ten seconds. */
export function offerUndo(text: string, undo: () => void | Promise<void>): number {
  return show({ tone: 'done', text, act: { label: 'undo', run: undo } });
}

/** Says that something was done which needs no way back. */
export function sayDone(text: string): number {
  return show({ tone: 'done', text });
}

/** Says that something failed; what was typed is kept by the caller and can be tried again. */
export function sayFailed(text: string, retry?: () => void | Promise<void>): number {
  return show(
    retry ? { tone: 'failed', text, act: { label: 'retry', run: retry } } : { tone: 'failed', text },
  );
}

/** Carries out a toast's way back and takes it off the screen. */
export async function actOnToast(toast: Toast): Promise<void> {
  dismissToast(toast.id);
  await toast.act?.run();
}

/** Undoes the newest thing that can still be undone; answers whether there was one. */
export async function undoLast(): Promise<boolean> {
  const newest = toasts.get().findLast((toast) => toast.act?.label === 'undo');
  if (!newest) return false;
  await actOnToast(newest);
  return true;
}
