import { describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

describe('the browser of the tests', () => {
  it('is a Chromium of this machine that opens a page', async () => {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.setContent('<h1>Ada</h1>');
    expect(await page.textContent('h1')).toBe('Ada');
    await browser.close();
  });
});
