import { beforeEach, describe, expect, it } from 'vitest';
import { announcement } from '../announce.ts';
import { offerUndo, sayFailed, toasts, undoLast } from './toasts.ts';

describe('undo', () => {
  beforeEach(() => toasts.set([]));

  it('takes back the newest change first, each only once', async () => {
    const undone: string[] = [];
    offerUndo('first', () => void undone.push('first'));
    offerUndo('second', () => void undone.push('second'));
    expect([await undoLast(), await undoLast(), await undoLast()]).toEqual([true, true, false]);
    expect(undone).toEqual(['second', 'first']);
  });

  it('leaves a failure on the screen when Z is pressed, because retrying is not undoing', async () => {
    sayFailed('could not save', () => {});
    expect(await undoLast()).toBe(false);
    expect(toasts.get()).toHaveLength(1);
  });

  it('speaks the same sentence twice when it happens twice', () => {
    offerUndo('Note added', () => {});
    const before = announcement.get().turn;
    offerUndo('Note added', () => {});
    expect(announcement.get()).toEqual({ text: 'Note added', turn: before + 1 });
  });
});
