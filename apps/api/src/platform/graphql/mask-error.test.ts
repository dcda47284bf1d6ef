import { GraphQLError } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { mistake, mistakeCodes } from './errors.ts';
import { maskError } from './mask-error.ts';

describe('what callers hear of an error', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
  });
  const mask = maskError({ error: (_details, message) => void written.push(message) });

  it.each(mistakeCodes)('is the whole of it where they can mend it themselves: %s', (code) => {
    const error = mistake(code, 'You were away for long.');
    expect(mask(error.toJSON(), error)).toMatchObject({
      message: 'You were away for long.',
      extensions: { code },
    });
    expect(written).toEqual([]);
  });

  it('is one sentence and a number of the log where they cannot', () => {
    const error = new GraphQLError('x', { originalError: new Error('relation "secret" does not exist') });
    const shown = mask(error.toJSON(), error);
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(shown.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', traceId: expect.any(String) });
    expect(written).toHaveLength(1);
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED /somewhere/secret'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
    Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
  ])('is that asking again helps, where it passes by itself: $message', (originalError) => {
    const error = new GraphQLError('x', { originalError });
    expect(mask(error.toJSON(), error)).toMatchObject({
      message: 'The database is away for a moment. Please try again.',
      extensions: { code: 'TRY_AGAIN', traceId: expect.any(String) },
    });
    expect(written).toHaveLength(1);
  });
});
