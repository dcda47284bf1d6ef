import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { readMoment } from './read-moment.ts';

const asPgReads = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as unknown as (
  text: string,
) => unknown;

describe('A moment that PostgreSQL tells', () => {
  it('is read as pg reads it, to the millisecond', () => {
    for (let thousandth = 0; thousandth < 1_000; thousandth += 1) {
      const fraction = String(thousandth).padStart(3, '0');
      for (const text of [`2026-03-01 09:30:07.${fraction}+00`, `1999-12-31 23:59:59.${fraction}999+00`])
        expect(readMoment(text), text).toEqual(asPgReads(text));
    }
  });

  it.each([
    '2026-03-01 09:30:00+00',
    '2024-02-29 00:00:00+00',
    '2026-03-01 09:30:00.1+00',
    '2026-03-01 09:30:00.12+00',
    '2026-03-01 09:30:00.123456+00',
    '2026-03-01 11:30:00+02',
    '2026-03-01 15:00:00+05:30',
    '2026-03-01 15:00:00+00:30',
    '2026-03-01 01:30:00-08',
    '0099-03-01 09:30:00+00',
    '0100-03-01 09:30:00+00',
    '12026-03-01 09:30:00+00',
    '0044-03-15 12:00:00+00 BC',
    'infinity',
    '-infinity',
  ])('%s is read as pg reads it', (text) => {
    expect(readMoment(text)).toEqual(asPgReads(text));
  });
});
