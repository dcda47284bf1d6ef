import { describe, expect, it } from 'vitest';
import { mapColumn } from './mapping.ts';

const columns = [
  { name: 'Nume', mappedTo: 'familyName' },
  { name: 'Mail', mappedTo: 'email' },
  { name: 'Mail 2', mappedTo: null },
  { name: 'Note', mappedTo: null },
];

describe('sending the columns of a table to our fields', () => {
  it('takes a field away from the column it had, because a person has one family name', () => {
    expect(mapColumn(columns, 'Note', 'familyName')).toEqual({ familyName: 'Note', email: 'Mail' });
  });

  it('lets e-mails come from several columns', () => {
    expect(mapColumn(columns, 'Mail 2', 'email')).toEqual({
      familyName: 'Nume',
      email: ['Mail', 'Mail 2'],
    });
  });

  it('leaves a column out when it goes nowhere', () => {
    expect(mapColumn(columns, 'Mail', null)).toEqual({ familyName: 'Nume' });
  });
});
