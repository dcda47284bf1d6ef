import { describe, expect, it } from 'vitest';
import { readStreet } from './normalise-street.ts';

/** Ways in which one door is written in its country. */
const doors: [string, string[]][] = [
  [
    '101 rue des ecoles',
    ['101, rue des Écoles', '101 rue des Écoles', '101 r. des Écoles', 'Rue des Écoles 101'],
  ],
  ['41 st barbu', ['str. Barbu, nr. 41', 'str. Barbu nr.41', 'Strada Barbu 41', 'S-tr Barbu, 41']],
  ['5 blvd unirii', ['Bd. Unirii nr. 5, bl. A3, sc. 2, ap. 14', 'B-dul Unirii 5', 'Bulevardul Unirii nr 5']],
  ['59bis via longo', ['Via Longo n. 59bis', 'Via Longo, 59 bis', 'V. Longo 59bis', 'via Longo 59bis/4']],
  ['12a via s marco', ['Via San Marco 12/A', 'Via S. Marco, 12a']],
  ['3 pza garibaldi', ['Piazza Garibaldi, 3', 'P.zza Garibaldi 3', 'Piazza Garibaldi, 3, 00100 Roma']],
  [
    '12 high st',
    ['12 High Street, Flat 3', 'Flat 3, 12 High Street', '3/12 High St.', '1st Floor, 12 High Street'],
  ],
  ['1900 n van buren st', ['1900 N Van Buren St', '1900 North Van Buren Street']],
  ['12 5th ave', ['12, 5th Avenue', '12 Fifth Ave']],
  ['4 hillview rise', ['#01-11, HillV2, 4 Hillview Rise, 667979', '4 Hillview Rise']],
];

describe('An address', () => {
  it.each(doors)('is %s however its country writes it', (text, written) => {
    expect(written.map((line) => readStreet(line).text)).toEqual(written.map(() => text));
  });

  it('has the number that is said apart', () => {
    expect(readStreet('Oak Avenue', '12').text).toBe('12 oak ave');
    expect(readStreet('Calea Victoriei', 'nr. 7').text).toBe('7 cal victoriei');
  });

  it('gives away the postcode that follows it, and is not the town', () => {
    expect(readStreet('rue Leroux 22, 75001 Paris')).toEqual({ text: '22 rue leroux', postcode: '75001' });
    expect(readStreet('Main Building, 12345 Oak Street').text).toBe('12345 oak st');
  });

  it('is nothing where nothing is said', () => {
    expect(readStreet('').text).toBe('');
  });
});
