import { describe, expect, it } from 'vitest';
import {
  type Affiliation,
  addPlace,
  editPlace,
  endPlace,
  mainOf,
  reopenPlace,
  settleMain,
  takeBackPlace,
} from './affiliation.ts';

const told = (companyId: string, more: Partial<Affiliation> = {}): Affiliation => ({
  recordId: 'hubspot',
  companyId,
  isOurs: false,
  role: 'Buyer',
  isMain: true,
  startedOn: null,
  endedOn: null,
  observedAt: '2026-01-01T00:00:00.000Z',
  saidBy: null,
  over: {},
  ...more,
});
const ours = (companyId: string, more: Partial<Affiliation> = {}): Affiliation =>
  told(companyId, {
    recordId: 'ancora',
    isOurs: true,
    isMain: false,
    observedAt: '2026-06-01T00:00:00.000Z',
    saidBy: 'Sam',
    ...more,
  });

describe('What we say of where somebody works', () => {
  it('leaves every word of the sources as it was once it is taken back', () => {
    const before = [told('acme'), told('beta', { isMain: false, observedAt: '2026-02-01T00:00:00.000Z' })];
    const ended = endPlace(before, 'acme', '2026-03-01', 'Sam');
    expect(ended[0]).toMatchObject({ endedOn: '2026-03-01', saidBy: 'Sam' });
    expect(mainOf(ended)).toBe('beta');
    expect(reopenPlace(ended, 'acme', true, 'Sam')).toEqual(before);
    expect(takeBackPlace(ended, 'acme', 'Sam')).toEqual(before);
    const edited = editPlace(before, 'acme', { role: 'Head of buying' }, 'Sam');
    expect(edited[0]).toMatchObject({ role: 'Head of buying', over: { role: 'Buyer' } });
    expect(editPlace(edited, 'acme', { role: 'Buyer' }, 'Olga')).toEqual(before);
    const other = settleMain(before, 'beta', 'Sam');
    expect(mainOf(other)).toBe('beta');
    expect(settleMain(other, 'acme', 'Sam')).toEqual(before);
    const added = addPlace(before, ours('gamma'), true, 'Sam');
    expect(mainOf(added)).toBe('gamma');
    expect(takeBackPlace(added, 'gamma', 'Sam')).toEqual(before);
  });

  it('puts a company beside the main one without pushing it aside', () => {
    const mentioned = [told('acme', { isMain: false })];
    const added = addPlace(mentioned, ours('gamma'), false, 'Sam');
    expect(mainOf(added)).toBe('acme');
    expect(takeBackPlace(added, 'gamma', 'Sam')).toEqual(mentioned);
  });

  it('makes the only company the main one', () => {
    expect(addPlace([], ours('gamma'), false, 'Sam')[0]).toMatchObject({ isMain: true });
    expect(mainOf(addPlace([], ours('gamma', { endedOn: '2026-01-01' }), true, 'Sam'))).toBeNull();
  });

  it('says of every company that a source calls the main one that it is not', () => {
    const rows = [told('acme'), told('beta', { observedAt: '2026-02-01T00:00:00.000Z' })];
    const added = addPlace(rows, ours('gamma'), true, 'Sam');
    expect(added.map(({ isMain }) => isMain)).toEqual([false, false, true]);
  });
});
