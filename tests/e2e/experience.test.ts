import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFindings, openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** Opens the page of somebody whom the list finds by name. */
async function open(page: Page, name: string): Promise<void> {
  await page.goto(`${demo.address}/customers?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

describe('what a customer lived and will remember', () => {
  it('is a curve in a sentence, walked with arrow keys, that leads to the timeline', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    await open(page, 'Clara Whitfield');
    const curve = page.getByRole('img', { name: /Experienced \d.* remembered \d/ });
    await curve.waitFor();
    const points = page.getByRole('group', { name: /^Moments:/ });
    await points.getByRole('button').last().focus();
    const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .not.toBe(last);
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]at=\d{4}-\d{2}-\d{2}/);
    await page.context().close();
  });

  it('shows the symphony: 92.6 as it was, 0 as it is remembered, and the same as a table', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    await open(page, 'Clara Whitfield');
    const memory = page
      .getByRole('listitem')
      .filter({ hasText: 'She plays us her symphony' })
      .filter({ has: page.getByRole('button', { name: 'On the curve' }) });
    await memory.getByText(/experienced 92\.6, remembered 0/).waitFor();
    await memory.getByRole('button', { name: 'On the curve' }).click();
    await page.getByRole('img', { name: /Experienced 92\.6 of 100, remembered 0 of 100/ }).waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    const table = page.getByRole('table');
    await table.getByText('Hung up').waitFor();
    expect(await table.getByRole('row').count()).toBe(3);
    await page.getByRole('button', { name: /^remembered/ }).click();
    await page
      .getByRole('dialog', { name: 'remembered' })
      .getByText(/Settings experience/)
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('finds those who fade in a view of the list', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    await page.goto(`${demo.address}/customers?fading=yes&q=Radu%20Munteanu`);
    await page.getByRole('link', { name: 'Radu Munteanu' }).first().waitFor();
    await page.getByText('Fading: yes').waitFor();
    await page.context().close();
  });
});
