import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFindings, forbidPointer, openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo(150)]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const list = (page: Page) => page.getByRole('list', { name: 'What people say of us' });
const inHand = (page: Page) => page.getByRole('article', { name: /Review|Mention/ });

describe('a bad review that nobody answered', () => {
  it('is answered by keyboard, taken back, and becomes a ticket with its words', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
    const pointerUses = await forbidPointer(page);
    await page.goto(`${demo.address}/reviews?view=low&order=rating`);
    await list(page).getByRole('link').first().waitFor();
    await inHand(page).getByText('Loses suction after a month').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.keyboard.press('r');
    const field = page.getByRole('textbox', { name: 'What everybody will read' });
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('We are sorry: send it back, we pay the way.');
    await page.keyboard.press('Control+Enter');
    // It leaves the list, and the next one is open; undone, it waits again with its words.
    await list(page).getByText('Loses suction').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await list(page).getByText('Loses suction').waitFor();
    await page.keyboard.press('k');
    await inHand(page).getByText('Loses suction after a month').waitFor();
    await expect.poll(() => field.inputValue()).toContain('send it back');

    await page.keyboard.press('t');
    const ticket = inHand(page).getByRole('link', { name: 'Its ticket' });
    await ticket.waitFor();
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'Somebody said…' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await pointerUses()).toBe(0);
    await page.goto(`${demo.address}${await ticket.getAttribute('href')}`);
    await page.getByRole('heading', { level: 2, name: /1 of 5: Loses suction/ }).waitFor();
    await page.getByText('was told to clean the filter').first().waitFor();
    await page.context().close();
  });
});
