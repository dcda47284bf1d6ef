import { describe, expect, it } from 'vitest';
import { everybody, nobody } from '../selection.ts';
import { namedIn } from './use-export.ts';

describe('who is meant by a selection', () => {
  it.each([
    ['everybody who matches', everybody, {}],
    ['all but some', { mode: 'all', except: new Set(['a']) } as const, { leftOut: ['a'] }],
    ['some', { mode: 'some', ids: new Set(['a', 'b']) } as const, { chosen: ['a', 'b'] }],
    ['nobody, who is not everybody', nobody, { chosen: [] }],
  ])('is told to the server: %s', (_, selection, told) => {
    expect(namedIn(selection)).toEqual(told);
  });
});
