import { describe, expect, it } from 'vitest';
import { enumCodes, languages, sayerOf } from '#lib/intl/said-by-server.ts';
import { problemText } from './problem-text.ts';

const problem = 'The server’s own sentence.';

describe('why a file cannot be read', () => {
  it.each(languages)('is said in %s, whatever the reason', async (locale) => {
    const say = await sayerOf(locale);
    const values = ['count', 'most', 'column', 'file', 'detail'].map((name) => ({ name, value: name }));
    const codes = enumCodes('FileProblemCode');
    expect(codes.length).toBeGreaterThan(10);
    const unsaid = codes.filter(
      (code) => problemText({ problem, trouble: { code, values } }, say) === problem,
    );
    expect(unsaid).toEqual([]);
  });

  it('names the column that is there twice', async () => {
    const trouble = { code: 'DUPLICATE_COLUMN', values: [{ name: 'column', value: 'Nome' }] };
    expect(problemText({ problem, trouble }, await sayerOf('it'))).toBe(
      'Due colonne si chiamano Nome: rinominane una',
    );
  });

  it('is said as the server says it where this web has no words for it', async () => {
    const say = await sayerOf('it');
    expect(problemText({ problem, trouble: null }, say)).toBe(problem);
    expect(problemText({ problem, trouble: { code: 'NEW', values: [] } }, say)).toBe(problem);
    expect(problemText({ problem: null, trouble: null }, say)).toBeNull();
  });
});
