import { offerUndo, toasts } from './toasts.ts';

/** Carries out what was held back; `leaving` when the page goes away and the request has to outlive it. */
type Act = (leaving: boolean) => void;

const waiting = new Map<number, Act>();

function release(id: number, leaving: boolean): void {
  const act = waiting.get(id);
  waiting.delete(id);
  act?.(leaving);
}

toasts.subscribe(() => {
  for (const id of waiting.keys()) {
    if (toasts.get().some((toast) => toast.id === id)) continue;
    // Undo takes its toast away too, and says so in the same breath.
    queueMicrotask(() => release(id, false));
  }
});

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => {
    for (const id of [...waiting.keys()]) release(id, true);
  });
}

/**
 * For what the server cannot take back: it is shown as done and carried out only when its chance to undo has left the
 * screen, or the page is left.
 */
export function holdBack(text: string, act: Act, undo: () => void): void {
  const id = offerUndo(text, () => {
    waiting.delete(id);
    undo();
  });
  waiting.set(id, act);
}
