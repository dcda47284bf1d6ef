import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

describe('the size of a file', () => {
  it('is written with the letters and the comma that its reader is used to', () => {
    expect(formatBytes('en', 1_234_567)).toBe('1.2 MB');
    expect(formatBytes('fr', 1_234_567)).toMatch(/^1,2\sMo$/u);
    expect(formatBytes('ro', 82_400)).toMatch(/^82\skB$/u);
  });

  it('has no decimals where they would only be noise', () => {
    expect(formatBytes('en', 0)).toBe('0 bytes');
    expect(formatBytes('en', 999)).toBe('999 bytes');
    expect(formatBytes('en', 48_000_000_000)).toBe('48 GB');
  });
});
