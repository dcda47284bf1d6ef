import { describe, expect, it } from 'vitest';
import { colleagueText, sourcesText } from './source-text.ts';

const say = (id: string) => `(${id})`;

describe('sources and colleagues', () => {
  it('are spelled as their makers spell them, and as a person named them', () => {
    expect(sourcesText(['hubspot', 'Shop in Lyon', 'Ancora', 'csv'], say as never)).toBe(
      'HubSpot, Shop in Lyon, (lib.enteredHere), (lib.table)',
    );
  });

  it('are short where an export knows a colleague by their mailbox only', () => {
    expect(colleagueText('paolo@casamarea.example')).toBe('paolo');
    expect(colleagueText('Paolo @ Venice')).toBe('Paolo @ Venice');
    expect(colleagueText('Élodie Caron')).toBe('Élodie Caron');
  });
});
