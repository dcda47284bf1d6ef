import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFindings, forbidPointer, openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo(40)]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe('whoever leads support', () => {
  it('writes a survey by keyboard, changes how long it waits, and puts it away and back', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_LEAD', { colorScheme: 'dark' });
    const pointerUses = await forbidPointer(page);
    await page.goto(`${demo.address}/settings?section=surveys`);
    const isHere = (name: string | RegExp) =>
      expect
        .poll(() =>
          page
            .getByRole('button', { name })
            .first()
            .evaluate((button) => button === document.activeElement),
        )
        .toBe(true);

    await page.getByRole('button', { name: 'Add a survey' }).press('Enter');
    const name = page.getByRole('textbox', { name: 'Name' });
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    await name.fill('After a chat');
    // While 90 minutes are typed nothing turns them into something else.
    await page.getByRole('combobox', { name: 'Wait' }).selectOption('minutes');
    await page.getByRole('spinbutton', { name: 'Wait' }).fill('60');
    expect(await page.getByRole('combobox', { name: 'Wait' }).inputValue()).toBe('minutes');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep' }).press('Enter');
    const survey = page.getByRole('listitem').filter({ hasText: 'After a chat' });
    await survey.getByText(/· 1 hour after$/).waitFor();
    await isHere('Add a survey');

    await survey.getByRole('button', { name: 'Edit' }).press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await survey.getByRole('button', { name: 'Remove' }).press('Enter');
    await survey.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await survey.waitFor();
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });
});
