import { beforeEach, describe, expect, it } from 'vitest';
import { holdBack } from './hold-back.ts';
import { dismissToast, toasts, undoLast } from './toasts.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('what the server cannot take back', () => {
  const done: string[] = [];
  beforeEach(async () => {
    // What a test before left waiting must not happen in the next.
    while (await undoLast());
    done.length = 0;
    toasts.set([]);
  });
  const revoke = () =>
    holdBack(
      'Key revoked',
      () => void done.push('revoked'),
      () => void done.push('shown again'),
    );

  it('is not done while it can be undone', async () => {
    revoke();
    await settled();
    expect(done).toEqual([]);
  });

  it('is done once, when the chance to undo has left the screen', async () => {
    revoke();
    dismissToast(toasts.get()[0]?.id ?? 0);
    dismissToast(0);
    await settled();
    expect(done).toEqual(['revoked']);
  });

  it('is never done when it was undone', async () => {
    revoke();
    await undoLast();
    await settled();
    expect(done).toEqual(['shown again']);
  });
});
