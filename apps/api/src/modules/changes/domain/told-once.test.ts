import { expect, it } from 'vitest';
import type { Change } from './change.ts';
import { toldOnce } from './told-once.ts';

const change = (customerId: string, id: number, ...kinds: string[]): Change => ({
  customerId,
  kinds,
  position: { xid: '7', id },
});

it('whoever changed three times while somebody was away is told of once, where they changed last and with all that it was', () => {
  expect(
    toldOnce([
      change('ada', 1, 'ticket'),
      change('ben', 2, 'note'),
      change('ada', 3, 'note'),
      change('cleo', 4, 'deal'),
      change('ada', 5, 'ticket'),
    ]),
  ).toEqual([change('ben', 2, 'note'), change('cleo', 4, 'deal'), change('ada', 5, 'ticket', 'note')]);
});

it('nothing missed is nothing told', () => expect(toldOnce([])).toEqual([]));
