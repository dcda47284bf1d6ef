import { describe, expect, it } from 'vitest';
import { problemIn } from './file-problem.ts';
import { openFile } from './reading/open-file.ts';

const problemOf = async (bytes: string | Buffer) => {
  const opened = await openFile({
    name: 'given.csv',
    open: async function* () {
      yield Buffer.from(bytes);
    },
  });
  return opened.ok ? null : problemIn(opened.refusal.message);
};

describe('why a file cannot be read', () => {
  it('has a code for everything that opening it can say', async () => {
    expect(await problemOf('')).toEqual({ code: 'EMPTY', values: {} });
    expect(await problemOf(' \n \n')).toEqual({ code: 'EMPTY', values: {} });
    expect(await problemOf('%PDF-1.7')).toEqual({ code: 'PDF', values: {} });
    expect(await problemOf('<html><body>')).toEqual({ code: 'MARKUP', values: {} });
    expect(await problemOf(Buffer.from('504b0304aaaa', 'hex'))).toEqual({ code: 'ARCHIVE', values: {} });
    expect(await problemOf(Buffer.from('1f8baaaa', 'hex'))).toEqual({ code: 'ARCHIVE', values: {} });
    expect(await problemOf(Buffer.from('d0cf11e0', 'hex'))).toEqual({ code: 'WORKBOOK', values: {} });
    expect(await problemOf('{\n "a": 1,\n "b": 2\n}\n')).toEqual({ code: 'ONE_OBJECT', values: {} });
    expect(await problemOf('name,Name\n1,2\n')).toEqual({
      code: 'DUPLICATE_COLUMN',
      values: { column: 'Name' },
    });
    expect(await problemOf('a,__proto__\n1,2\n')).toEqual({
      code: 'RESERVED_COLUMN',
      values: { column: '__proto__' },
    });
    expect(await problemOf(`${Array.from({ length: 501 }, (_, at) => `c${at}`).join(',')}\n`)).toEqual({
      code: 'TOO_MANY_COLUMNS',
      values: { count: '501', most: '500' },
    });
  });

  it('has none for a sentence that nobody has foreseen', () => {
    expect(problemIn('The moon is in the way.')).toBeNull();
    expect(problemIn(null)).toBeNull();
  });
});
