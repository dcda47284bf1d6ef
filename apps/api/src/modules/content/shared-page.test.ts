import { beforeAll, describe, expect, it } from 'vitest';
import { layAddress } from '#modules/house';
import { publicPage } from '#platform/http';
import { sharedPage } from './shared-page.ts';

const hostile = [
  '<script>window.__xss=1</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '[click](https://a.example/"onmouseover="alert(1))',
  '**<svg/onload=alert(1)>**',
  '# </title><script>alert(1)</script>',
  "- ' onfocus=alert(1) autofocus='",
];

beforeAll(() => layAddress('https://crm.example'));

describe('the page a customer gets', () => {
  it.each(hostile)('shows what somebody wrote as text: %s', (words) => {
    const page = publicPage(
      sharedPage({
        language: 'it"><script>',
        title: words,
        body: words,
        link: 'https://shop.example/?a=1&b="2',
        file: { href: '/c/x/file', name: words },
      }),
    );
    const inside = page.slice(page.indexOf('<main '));
    // Only our own elements are there, and none has an attribute that anybody else wrote.
    const tags = [...inside.matchAll(/<(\/?[a-z0-9]+)([^>]*)>/gi)];
    for (const [, name, attributes] of tags) {
      expect([
        'main',
        'article',
        'div',
        'h1',
        'h2',
        'p',
        'ul',
        'li',
        'strong',
        'a',
        'body',
        'html',
      ]).toContain(name!.replace('/', ''));
      expect(attributes!.replace(/"[^"]*"/g, '""')).toMatch(
        /^( id="")?( class="")?( href=""( rel="")?( download)?)?$/,
      );
    }
    expect(page.match(/<script/gi)).toBeNull();
    expect(inside).not.toMatch(/href="(?!https?:|\/c\/)/);
  });
});
