import { describe, expect, it } from 'vitest';
import { plainWords, readMarkup } from './read-markup.ts';

describe('the words of content', () => {
  it('have headings, lists, strong words and links', () => {
    expect(readMarkup('# Three\n- one **two**\n- three\n\nSee [here](https://a.example/x)!')).toEqual([
      { kind: 'heading', spans: [{ text: 'Three' }] },
      { kind: 'list', items: [[{ text: 'one ' }, { text: 'two', strong: true }], [{ text: 'three' }]] },
      {
        kind: 'line',
        spans: [{ text: 'See ' }, { text: 'here', href: 'https://a.example/x' }, { text: '!' }],
      },
    ]);
  });

  it.each(['<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '[x](data:text/html,1)'])(
    'stay words when they would be more: %s',
    (text) => {
      expect(readMarkup(text)).toEqual([{ kind: 'line', spans: [{ text }] }]);
    },
  );

  it('become a message without marks', () => {
    expect(plainWords('# Hi\n**Now** [here](https://a.example)')).toBe('Hi\nNow here (https://a.example)');
  });
});
