import { describe, expect, it } from 'vitest';
import { gateDocuments } from './known-documents.ts';

const known = { version: 'v1', texts: { Page: 'query Page { customers { edges { cursor } } }' } };
const rep = { byCookie: true, isUser: true, mayIntrospect: false };
const other = '{ customers(first: 100) { edges { node { emails { value } } } } }';
const code = (work: () => unknown): string => {
  try {
    work();
    return 'fine';
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe('The documents of the web app', () => {
  const gate = gateDocuments(known, true);

  it('are meant by their version and name', () => {
    expect(gate.textOf({ operationName: 'Page', extensions: { documents: 'v1' } })).toBe(known.texts.Page);
    expect(gate.textOf({ query: other })).toBe(other);
    expect(gate.textOf({})).toBeUndefined();
  });

  it('are not found by a page from before an upgrade, nor by a name that nobody gave', () => {
    for (const asked of [
      { operationName: 'Page', extensions: { documents: 'v0' } },
      { operationName: 'Else', extensions: { documents: 'v1' } },
      { operationName: 'constructor', extensions: { documents: 'v1' } },
      { extensions: { documents: 'v1' } },
      { operationName: 'Page', query: other, extensions: { documents: ['v1'] } },
    ])
      expect(code(() => gate.textOf(asked))).toBe('UNKNOWN_DOCUMENT');
  });

  it('are all that a browser of a sales rep is answered; also as text', () => {
    expect(code(() => gate.assertMayAsk(known.texts.Page, rep))).toBe('fine');
    expect(code(() => gate.assertMayAsk(other, rep))).toBe('UNKNOWN_DOCUMENT');
  });

  it('do not bind a program that shows its session, an admin, or who is not signed in', () => {
    expect(code(() => gate.assertMayAsk(other, { ...rep, byCookie: false }))).toBe('fine');
    expect(code(() => gate.assertMayAsk(other, { ...rep, mayIntrospect: true }))).toBe('fine');
    expect(code(() => gate.assertMayAsk(other, { ...rep, isUser: false }))).toBe('fine');
  });

  it('bind nobody while developing', () => {
    expect(code(() => gateDocuments(undefined, false).assertMayAsk(other, rep))).toBe('fine');
  });
});
