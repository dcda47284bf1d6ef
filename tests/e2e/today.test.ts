import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFindings, forbidPointer, openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const sections = (page: Page) => page.locator('main h2').allTextContents();

describe('who comes in', () => {
  it('lands on what deserves the next hour, asked in one question', async () => {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(demo.address);
    const asked: string[] = [];
    page.on('request', (request) => {
      const body = request.url().endsWith('/graphql') ? request.postData() : null;
      const name = body && /"operationName":"(\w+)"/.exec(body)?.[1];
      if (name) asked.push(name);
    });
    await page.getByRole('button', { name: /Sara/ }).click();
    await page.getByRole('heading', { level: 1, name: /Sara/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/today');
    expect(asked.filter((name) => !/WhoAmI|Enter|Entrance/.test(name))).toEqual(['TodayPage']);
    await page.context().close();
  });

  it.each([
    ['SALES_REP', 'Deals near their day'],
    ['MARKETER', 'Who moved'],
    ['SUPPORT_AGENT', 'Waiting for an answer'],
  ])('finds what concerns a %s first, and everything else after it', async (role, first) => {
    const page = await visit(browser, demo.address, role);
    await page.goto(`${demo.address}/today`);
    await page.getByRole('heading', { level: 2, name: first }).waitFor();
    const titles = await sections(page);
    expect(titles[0]).toBe(first);
    expect(titles.length).toBeGreaterThanOrEqual(5);
    await page.context().close();
  });

  it('goes from there to a customer and back without a mouse', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
    const pointerUses = await forbidPointer(page);
    await page.goto(`${demo.address}/customers`);
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    const waiting = page.getByRole('region', { name: 'Waiting for an answer' });
    const link = waiting.getByRole('link').first();
    await link.waitFor();
    const name = (await link.textContent()) ?? '';
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });
});

describe('the stage of a customer', () => {
  it('opens what stands behind it by a key, takes a person’s own word with a reason, and gives it back', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    await page.goto(`${demo.address}/customers?stage=USE`);
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const bar = page.getByRole('region', { name: 'Stage of the journey' });
    await bar.getByText('because:').waitFor();
    await page.keyboard.press('s');
    const behind = page.getByRole('dialog', { name: 'Why Use?' });
    await behind.getByRole('heading', { name: 'What weighs most' }).waitFor();
    expect(await behind.getByText(/points$/).count()).toBeGreaterThan(0);
    expect(await accessibilityFindings(page, 'dialog')).toEqual([]);
    await behind.getByLabel('Stands at').selectOption('SHARE');
    await behind.getByLabel('Why', { exact: true }).fill('She told me on the phone');
    await behind.getByRole('button', { name: 'Set the stage' }).click();
    const now = page.getByRole('dialog', { name: 'Why Share?' });
    await now.getByText('“She told me on the phone”').waitFor();
    await now.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('dialog', { name: 'Why Use?' }).waitFor();
    await page.keyboard.press('Escape');
    await bar.getByText('because:').waitFor();
    await page.context().close();
  });
});

describe('the day', () => {
  it.each(['light', 'dark'] as const)('has nothing that axe complains about, in %s', async (colorScheme) => {
    const page = await visit(browser, demo.address, 'SALES_LEAD', { colorScheme });
    await page.goto(`${demo.address}/today`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what somebody has to do', () => {
  it('is written on a customer, changed among all that is to do, done, removed and taken back by keys alone', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    const pointerUses = await forbidPointer(page);
    await page.goto(`${demo.address}/customers`);
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const added = page.getByRole('textbox', { name: 'New task' });
    await added.focus();
    await page.keyboard.type('Send the price list');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Send the price list' }).waitFor();
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
    const line = (title: string) => page.getByRole('listitem').filter({ hasText: title });
    await line('Send the price list').getByRole('link', { name }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await line('Send the price list').getByRole('checkbox').focus();
    await page.keyboard.press('e');
    const title = page.getByRole('textbox', { name: 'What is to do' });
    await title.waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Send the new price list');
    await page.getByLabel('Due on').fill('2020-02-29');
    await page.keyboard.press('Control+Enter');
    await line('Send the new price list').getByText('Feb 29, 2020').waitFor();

    // What is long overdue stands first.
    await page.reload();
    await line('Send the new price list').waitFor();
    expect(await page.locator('main li').first().textContent()).toContain('Send the new price list');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await line('Send the new price list').waitFor({ state: 'detached' });
    await page.getByText('Task removed').first().waitFor();
    await page.keyboard.press('z');
    await line('Send the new price list').getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.getByText('Task done').first().waitFor();
    await page.goto(`${demo.address}/tasks?done=yes`);
    await line('Send the new price list').waitFor();
    expect(await line('Send the new price list').getByRole('checkbox').isChecked()).toBe(true);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });
});

describe('a marketer designs the journey', () => {
  const open = async (page: Page, search = '') => {
    await page.goto(`${demo.address}/journey${search}`);
    await page.getByRole('heading', { level: 1, name: 'The customer’s journey' }).waitFor();
  };

  it('sees who stands where, and each figure is the list of these people', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    await open(page);
    const row = page.getByRole('row', { name: /^People now/ });
    const link = row.getByRole('link').first();
    const count = (await link.textContent()) ?? '';
    expect(Number(count.replace(/\D/g, ''))).toBeGreaterThan(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await link.click();
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).search).toContain('stage=');
    // One row more than people: the head of the list.
    const rows = Number(count.replace(/\D/g, '')) + 1;
    await page.locator(`[role="grid"][aria-rowcount="${rows}"]`).waitFor();
    await page.context().close();
  });

  it('keeps a draft by keys alone, reads what it changes, publishes it, and everybody stands by it', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    const pointerUses = await forbidPointer(page);
    await open(page);
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Change the journey' });
    await form.waitFor();
    const halfLife = form.getByLabel('Points count half after (days)');
    await halfLife.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await form.getByRole('alert').first().waitFor();
    await halfLife.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await form.getByLabel('What they should remember').nth(3).focus();
    await page.keyboard.type('It simply worked');
    await form.getByRole('button', { name: 'Keep the draft' }).focus();
    await page.keyboard.press('Enter');
    const changes = page.getByRole('region', { name: /^Draft of version/ });
    await changes.getByText('It simply worked').waitFor();
    expect(await changes.getByRole('row').allTextContents()).toEqual([
      expect.anything(),
      expect.stringContaining('It simply worked'),
      expect.stringMatching(/14.*30/),
    ]);
    await changes.getByRole('button', { name: 'Publish' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Version 2, live since/).waitFor();
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it.each(['sankey', 'funnel'])('shows the same as a picture with words beside it: %s', async (view) => {
    const page = await visit(browser, demo.address, 'MARKETER', { colorScheme: 'dark' });
    await open(page, `?view=${view}&split=LANGUAGE&days=365`);
    await page.getByRole('heading', { name: 'Do they leave at different speeds?' }).waitFor();
    if (view === 'sankey') await page.getByText('The same as a list').click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.context().close();
  });
});
