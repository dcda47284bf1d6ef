import { describe, expect, it } from 'vitest';
import type { GoldenChoice } from './customer.ts';
import { choiceOfKept, keepGolden, keptBeside } from './kept-golden.ts';

const said = (value: string, told: Partial<GoldenChoice> = {}): GoldenChoice => ({
  value,
  recordId: 'r1',
  sourceName: 'HubSpot',
  rule: 'only',
  at: '2026-03-01T09:00:00.000Z',
  ...told,
});
const provenance = ({ value: _, ...rest }: GoldenChoice) => rest;

describe('What is kept of why a value was chosen', () => {
  const golden = {
    displayName: said('Mara Lind'),
    city: said('Bologna'),
    email: said('mara@example.org', { recordId: 'r2', rule: 'most-recent' }),
    phone: said('+39 051 1', { at: '2026-03-02T09:00:00.000Z' }),
  };

  it('is said once for all that was chosen as the name was, and in its own words for the rest', () => {
    expect(keepGolden(golden)).toEqual({
      displayName: provenance(golden.displayName),
      city: true,
      email: provenance(golden.email),
      phone: provenance(golden.phone),
    });
  });

  it('answers where each value comes from, and nothing where there is none', () => {
    const kept = keepGolden(golden);
    for (const [attribute, choice] of Object.entries(golden))
      expect(choiceOfKept(kept, attribute)).toEqual(provenance(choice));
    expect(choiceOfKept(kept, 'country')).toBeNull();
  });

  it('stands alone where nobody said a name', () => {
    const kept = keepGolden({ email: said('mara@example.org') });
    expect(kept).toEqual({ email: provenance(said('')) });
    expect(choiceOfKept(kept, 'email')).toEqual(provenance(said('')));
  });

  it('is in its own words as soon as one thing differs', () => {
    const name = provenance(said('Mara'));
    expect(keptBeside(said('x'), name)).toBe(true);
    for (const other of [{ recordId: 'r2' }, { sourceName: 'B' }, { rule: 'pinned' }, { at: '2027' }])
      expect(keptBeside(said('x', other), name)).not.toBe(true);
  });

  it('is read as it was kept before, each choice whole with its value', () => {
    expect(choiceOfKept(golden, 'city')).toMatchObject(provenance(golden.city));
  });
});
