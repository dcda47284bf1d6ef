import { describe, expect, it } from 'vitest';
import { neighbour, readSaid } from './correction.ts';

describe('correcting a customer by hand', () => {
  it('goes back to what was said here before, whichever kind of value it was', () => {
    const profile = { city: 'Iași', emails: ['zed@king.ro'], phones: [], handles: [] };
    expect(readSaid(profile, 'city')).toBe('Iași');
    expect(readSaid(profile, 'email')).toBe('zed@king.ro');
    expect(readSaid(profile, 'phone')).toBeNull();
    expect(readSaid(profile, 'country')).toBeNull();
    expect(readSaid(null, 'city')).toBeNull();
  });

  it('leads with Tab from the name to the owner and no further', () => {
    expect(neighbour('fullName', false)).toBe('email');
    expect(neighbour('email', true)).toBe('fullName');
    expect(neighbour('fullName', true)).toBeUndefined();
    expect(neighbour('ownerName', false)).toBeUndefined();
  });
});
