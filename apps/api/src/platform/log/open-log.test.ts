import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openLog } from './open-log.ts';

const written = (to: PassThrough): string => to.read()?.toString() ?? '';

describe('the log', () => {
  it('is one JSON line per event, with the time and the level as words', () => {
    const to = new PassThrough();
    openLog({ level: 'info', forPeople: false, to }).info({ rows: 3 }, 'Imported');
    const lines = written(to).trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      rows: 3,
      msg: 'Imported',
    });
  });

  it('keeps secrets to itself, also inside of other values', () => {
    const to = new PassThrough();
    const log = openLog({ level: 'info', forPeople: false, to });
    log.info(
      { password: 'a1', person: { token: 'b2' }, request: { headers: { cookie: 'c3' } } },
      'Signed in',
    );
    expect(written(to)).not.toMatch(/a1|b2|c3/);
  });

  it('lets nobody rewrite the terminal with what they are called', () => {
    const to = new PassThrough();
    openLog({ level: 'info', forPeople: true, to }).info(
      { name: 'Ada\u001b[2J\nroot: ok' },
      'Hello\r\nthere',
    );
    const text = written(to);
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(text).not.toContain('\u001b[2J');
  });
});
