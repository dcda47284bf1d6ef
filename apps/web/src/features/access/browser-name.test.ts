import { describe, expect, it } from 'vitest';
import { browserName } from './browser-name.ts';

describe('the browser of a session', () => {
  it('is recognised among the many names that browsers give themselves', () => {
    expect(
      browserName(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
      ),
    ).toBe('Edge · Windows');
    expect(
      browserName(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1 Version/19.1 Mobile Safari/604.1',
      ),
    ).toBe('Safari · iOS');
    expect(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
      'Firefox · Linux',
    );
  });

  it('is named by its own word when it is no browser at all', () => {
    expect(browserName('curl/8.10')).toBe('curl');
    expect(browserName(null)).toBeUndefined();
  });
});
