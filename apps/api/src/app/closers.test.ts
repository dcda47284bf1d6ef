import { describe, expect, it } from 'vitest';
import { makeClosers } from './closers.ts';

describe('closing what was opened', () => {
  it('goes from the last to the first, once, and a failure keeps nobody from their turn', async () => {
    const closed: string[] = [];
    const closers = makeClosers();
    closers.add(() => closed.push('PostgreSQL'));
    closers.add(() => {
      closed.push('pool');
      throw new Error('the pool would not close');
    });
    closers.add(async () => closed.push('port'));
    await expect(closers.closeAll()).rejects.toThrow('the pool would not close');
    await closers.closeAll();
    expect(closed).toEqual(['port', 'pool', 'PostgreSQL']);
  });
});
