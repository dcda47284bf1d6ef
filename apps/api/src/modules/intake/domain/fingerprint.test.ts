import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprint } from './fingerprint.ts';

const signal = {
  kind: 'ticket',
  eventId: 'e1',
  subjectKey: 'ticket:1',
  at: '2026-01-01T10:00:00Z',
  body: { a: 1, b: [2, { c: 3, d: null }] },
};

describe('the fingerprint of a signal', () => {
  it('is the same when a sender writes the same keys in another order, or tells it later', () => {
    const again = { ...signal, at: '2026-01-01T12:00:00+02:00', body: { b: [2, { d: null, c: 3 }], a: 1 } };
    expect(fingerprint(again).hash).toEqual(fingerprint(signal).hash);
  });

  it.each([
    ['the body', { body: { a: 1, b: [2, { c: 4, d: null }] } }],
    ['the kind', { kind: 'deal' }],
    ['the thing', { subjectKey: 'ticket:2' }],
    ['the person', { person: { key: 'contact:1' } }],
  ])('differs when %s differs', (_, change) => {
    expect(fingerprint({ ...signal, ...change }).hash).not.toEqual(fingerprint(signal).hash);
  });

  it('leaves out what is undefined and keeps a key called __proto__ as data', () => {
    expect(canonicalJson({ b: undefined, a: 'x' })).toBe('{"a":"x"}');
    expect(canonicalJson(JSON.parse('{"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1}}');
  });
});
