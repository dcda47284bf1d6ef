import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { AskText } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { LookAhead } from '#platform/look-ahead';
import { answerAhead } from './answer-ahead.ts';

const sara: Viewer = { kind: 'user', id: 'sara', name: 'Sara', role: 'sales-rep', department: 'sales' };
const asked = { document: parse('{ customer(id: 1) { id } }'), variables: {} };
const lookAhead: LookAhead = { ask: () => ({ name: 'one', sql: 'SELECT 1', values: [] }) };
const failing =
  (code: string): AskText =>
  () =>
    Promise.reject(Object.assign(new Error('no'), { code }));

describe('An answer read ahead', () => {
  it('says that it took too long, and does not make Sara wait for the resolvers as well', async () => {
    const failures: unknown[] = [];
    const answer = answerAhead(
      failing('57014'),
      lookAhead,
      () => true,
      (error) => failures.push(error),
    );
    await expect(answer(sara, asked)).rejects.toMatchObject({ extensions: { code: 'TOO_SLOW' } });
    expect(failures).toEqual([]);
  });

  it('is left to the resolvers when the statement fails in another way, and somebody is told', async () => {
    const failures: unknown[] = [];
    const answer = answerAhead(
      failing('42703'),
      lookAhead,
      () => true,
      (error) => failures.push(error),
    );
    expect(await answer(sara, asked)).toBeUndefined();
    expect(failures).toHaveLength(1);
  });

  it('is not given to nobody, nor to a role that may not ask so', () => {
    const answer = answerAhead(
      failing('57014'),
      lookAhead,
      (role) => role === 'admin',
      () => undefined,
    );
    expect(answer({ ...sara, kind: 'anonymous' }, asked)).toBeUndefined();
    expect(answer(sara, asked)).toBeUndefined();
  });
});
