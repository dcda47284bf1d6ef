import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadsheetCell, spreadsheetLine } from './spreadsheet-cell.ts';

describe('a cell that a person opens in a spreadsheet', () => {
  it.each([
    '=1+1',
    '+cmd|x',
    '-2+3',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\u200b=1',
    '＝1',
    '\u00a0@x',
    '"=1"'.slice(1),
    '+40 (2)',
    '+1 2+3',
    '-1 2',
  ])('never begins like a formula: %j', (text) =>
    expect((parse(spreadsheetLine([text])) as string[][])[0]![0]).toMatch(/^'/),
  );

  it('leaves plain text and numbers as they are', () => {
    expect(spreadsheetCell('Ada')).toBe('Ada');
    expect(spreadsheetCell('-12.50')).toBe('-12.50');
    expect(spreadsheetCell('+40123456')).toBe('+40123456');
    expect(spreadsheetCell('+39 02 1234 5678')).toBe('+39 02 1234 5678');
    expect(spreadsheetCell('+39 02 1234; 112')).toBe('"+39 02 1234; 112"');
    expect(spreadsheetCell(null)).toBe('');
    expect(spreadsheetCell({ a: 1 })).toBe('"{""a"":1}"');
  });

  it('comes back whole, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [read] = parse(spreadsheetLine(cells), { relax_column_count: true, bom: false }) as string[][];
        expect(read).toEqual(
          cells.map((cell) =>
            spreadsheetCell(cell).replaceAll('"', '').startsWith("'") && !cell.startsWith("'")
              ? `'${cell}`
              : cell,
          ),
        );
      }),
    );
  });
});
