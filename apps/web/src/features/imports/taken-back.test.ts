import { beforeEach, describe, expect, it } from 'vitest';
import { dismissToast, toasts, undoLast } from '#lib/undo/toasts.ts';
import { asShown, takeBackLater, takenBack } from './taken-back.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const run = { id: 'spring', status: 'DONE' as const, canBeUndone: true };
const shown = () => asShown(run, takenBack.get());

describe('an import that somebody takes back', () => {
  const undone: boolean[] = [];
  beforeEach(async () => {
    while (await undoLast());
    undone.length = 0;
  });
  const takeBack = () =>
    takeBackLater(run.id, 'The import was taken back', async (leaving) => void undone.push(leaving));

  it('is shown as taken back at once, and nothing has begun', async () => {
    takeBack();
    await settled();
    expect(shown()).toMatchObject({ status: 'UNDONE', canBeUndone: false });
    expect(undone).toEqual([]);
  });

  it('stays as it was when they think better of it', async () => {
    takeBack();
    await undoLast();
    await settled();
    expect(shown()).toEqual(run);
    expect(undone).toEqual([]);
  });

  it('is taken back once when the chance has passed, however often it was asked for', async () => {
    takeBack();
    takeBack();
    expect(toasts.get()).toHaveLength(1);
    dismissToast(toasts.get()[0]!.id);
    await settled();
    expect(undone).toEqual([false]);
    expect(takenBack.get().size).toBe(0);
  });
});
