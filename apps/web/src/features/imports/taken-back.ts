import { createStore } from '#lib/store/store.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import type { ImportStatus } from './types.ts';

/** The imports that are as good as taken back: everywhere shown so, while one can still think better of it. */
export const takenBack = createStore<ReadonlySet<string>>(new Set());

/** Takes an import back a moment later, so that a slip of the hand costs nothing; `undo` carries it out. */
export function takeBackLater(id: string, text: string, undo: (leaving: boolean) => Promise<unknown>): void {
  if (takenBack.get().has(id)) return;
  const back = () => takenBack.set((before) => new Set([...before].filter((each) => each !== id)));
  takenBack.set((before) => new Set(before).add(id));
  holdBack(text, (leaving) => void undo(leaving).finally(back), back);
}

/** An import as it is shown: one that is as good as taken back stands where it will stand. */
export function asShown<Run extends { id: string; status: ImportStatus; canBeUndone: boolean }>(
  run: Run,
  back: ReadonlySet<string>,
): Run {
  return back.has(run.id) ? { ...run, status: 'UNDONE', canBeUndone: false } : run;
}
