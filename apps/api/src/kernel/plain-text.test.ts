import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['Hello', 'Hello'],
  [' a < b & c ', 'a < b & c'],
  ['<p>One</p><p>Two<br/>Three</p>', 'One\nTwo\nThree'],
  ['<div>Tom &amp; Jerry&nbsp;&lt;3 &bogus;</div>', 'Tom & Jerry <3 &bogus;'],
  ['<style>p{}</style><script>alert(1)</script><b>Bold</b>', 'Bold'],
  ['<script>never closed', ''],
  ['<img src=x onerror=alert(1)>', ''],
])('the words of %j are %j', (html, words) => {
  expect(plainText(html)).toBe(words);
});

it('never throws, and gives what is no HTML back as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof plainText(text) === 'string'));
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('<')),
      (text) => plainText(text) === text.trim(),
    ),
  );
});
