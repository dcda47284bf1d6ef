import { describe, expect, it } from 'vitest';
import { html } from './markup.ts';
import { publicLanguage } from './public-page.ts';

describe('A page of ours for everybody', () => {
  it('shows what somebody wrote as text, in a tag and in an attribute', () => {
    const wrote = `"><script>alert('1')</script>`;
    expect(html`<p title="${wrote}">${wrote}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</p>',
    );
  });

  it('is made of pieces, and of nothing where there is nothing', () => {
    const items = ['a', 'b'].map((one) => html`<li>${one}</li>`);
    expect(html`<ul>${items}</ul>${false}${null}${undefined}${0}`.text).toBe(
      '<ul><li>a</li><li>b</li></ul>0',
    );
  });

  it.each([
    ['the customer’s own language', 'fr-CA', 'it', 'fr'],
    ['else the browser’s, by its order', null, 'de-DE;q=1, ro;q=0.4, it;q=0.8', 'it'],
    ['else English', 'de', 'ja', 'en'],
    ['English where nothing is said', undefined, undefined, 'en'],
  ] as const)('speaks %s', (_, wanted, accepted, spoken) => {
    expect(publicLanguage(wanted, accepted)).toBe(spoken);
  });
});
