import { describe, expect, it } from 'vitest';
import type { FileReading } from '../import.ts';
import { habitOf, wishedChoices, wishedReading } from './wished-reading.ts';

const before: FileReading = {
  encoding: 'utf-8',
  separator: ';',
  hasByteOrderMark: true,
  dateOrder: 'DMY',
  decimal: ',',
  timeZone: 'Europe/Rome',
  fileTime: '2026-03-01T00:00:00Z',
  phoneCountry: 'IT',
  currency: 'EUR',
};

describe('how somebody wants a file to be read', () => {
  it('leaves what is not named as it was', () => {
    expect(wishedReading(before, { decimal: '.', dateOrder: null })).toEqual({ ...before, decimal: '.' });
    expect(wishedChoices(before, { encoding: 'windows-1252' })).toEqual({
      encoding: 'windows-1252',
      separator: ';',
    });
  });

  it('takes back by an empty text what a file leaves unsaid', () => {
    const { phoneCountry: _, ...without } = before;
    expect(wishedReading(before, { phoneCountry: '' })).toEqual(without);
  });

  it('becomes a habit for files with the same header, but for how this one’s text is cut', () => {
    expect(habitOf({ ...before, audienceFile: 'cleaned' })).toEqual({
      dateOrder: 'DMY',
      decimal: ',',
      timeZone: 'Europe/Rome',
      phoneCountry: 'IT',
      currency: 'EUR',
    });
  });
});
