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

const openInbox = async (page: Page, search = '?view=open') => {
  await page.goto(`${demo.address}/inbox${search}`);
  await page.getByRole('list', { name: 'Tickets' }).waitFor();
};
const line = (page: Page, subject: string) =>
  page.getByRole('list', { name: 'Tickets' }).getByRole('link').filter({ hasText: subject });
/** The ticket in hand: its number comes first, and no other heading begins with one. */
const openSubject = (page: Page) => page.getByRole('heading', { level: 2, name: /^#/ }).first();
const reply = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ });

describe('a question whose answer is known', () => {
  it('is solved in three actions by keyboard, and the next one is open', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
    const pointerUses = await forbidPointer(page);
    await openInbox(page, '?view=mine');
    await openSubject(page).filter({ hasText: 'delivery address' }).or(openSubject(page)).first().waitFor();
    const before = await openSubject(page).textContent();
    await reply(page).waitFor();

    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Find a macro' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await reply(page).inputValue()).length).toBeGreaterThan(40);
    await expect.poll(() => reply(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+Enter');

    await page
      .getByText(/leaves in 10 seconds/)
      .first()
      .waitFor();
    await expect.poll(() => openSubject(page).textContent()).not.toBe(before);
    // Really undone: the ticket is back with its words, and nothing was sent.
    await page.keyboard.press('z');
    await expect.poll(() => openSubject(page).textContent()).toBe(before);
    await expect.poll(async () => (await reply(page).inputValue()).length).toBeGreaterThan(40);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('is solved in three clicks', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_LEAD');
    await openInbox(page, '?view=unassigned');
    await line(page, 'Vasul a sosit spart').click();
    await openSubject(page).filter({ hasText: 'Vasul a sosit spart' }).waitFor();
    await page.getByRole('button', { name: 'Replace a broken piece' }).click();
    // In the customer's own language.
    await expect.poll(() => reply(page).inputValue()).toMatch(/îmi pare rău/);
    await page.getByRole('button', { name: /^Send to / }).click();
    await line(page, 'Vasul a sosit spart').waitFor({ state: 'detached' });
    await expect.poll(() => openSubject(page).textContent()).not.toMatch(/Vasul/);
    await page.context().close();
  });
});

describe('a field of one’s own', () => {
  it('is filled in and taken back by keyboard, and asked by in the inbox', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
    const pointerUses = await forbidPointer(page);
    await openInbox(page, '?view=open&f=order~CM-20418');
    await openSubject(page).filter({ hasText: 'espresso machine' }).waitFor();
    const order = page.getByRole('textbox', { name: 'Order' });
    await order.waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => order.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('CM-7');
    await page.keyboard.press('Enter');
    await page.getByText('Order: CM-20418 → CM-7').last().waitFor();
    // It is asked by what stood there before: the ticket has left the list and stays open.
    await line(page, 'espresso machine').waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('z');
    await line(page, 'espresso machine').waitFor();
    await expect.poll(() => order.inputValue()).toBe('CM-20418');
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });
});

describe('content for the stage', () => {
  it('goes into the reply with one key, out again when that is undone, and a good end is told before solving', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
    await openInbox(page);
    await line(page, 'missing lid').click();
    await openSubject(page).filter({ hasText: 'missing lid' }).waitFor();
    await page
      .getByRole('button', { name: /^Insert: / })
      .first()
      .waitFor();
    await page.keyboard.press('i');
    await page
      .getByText(/^Inserted and logged/)
      .first()
      .waitFor();
    await expect.poll(async () => (await reply(page).inputValue()).length).toBeGreaterThan(10);
    await expect.poll(() => reply(page).evaluate((field) => field === document.activeElement)).toBe(true);

    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect.poll(() => reply(page).inputValue()).toBe('');

    await page.getByRole('combobox', { name: 'Then' }).selectOption('SOLVED');
    await page
      .getByRole('group', { name: /^End it well/ })
      .getByText(/they will remember (it|this) at \d+/)
      .waitFor();
    await page.context().close();
  });
});

describe('reply and note', () => {
  it('are two fields with two drafts, which survive a reload, and the mode never changes by itself', async () => {
    const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
    await openInbox(page);
    await line(page, 'espresso machine loses pressure').click();
    await openSubject(page).filter({ hasText: 'espresso' }).waitFor();
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: 'Note for colleagues' });
    await note.fill('Only between us');
    await page.getByRole('button', { name: 'Add note' }).waitFor();
    expect(await page.getByRole('button', { name: /^Send to/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await reply(page).fill('Dear customer');
    await page.reload();
    await expect.poll(() => reply(page).inputValue()).toBe('Dear customer');
    await page.getByRole('button', { name: /^Note/ }).click();
    await expect.poll(() => note.inputValue()).toBe('Only between us');
    // Another ticket: still a note, and an empty one.
    await page.keyboard.press('Escape');
    await line(page, 'linen').click();
    await openSubject(page).filter({ hasText: 'linen' }).waitFor();
    await expect.poll(() => note.inputValue()).toBe('');
    await page.context().close();
  });
});

describe('two agents on one ticket', () => {
  it('see each other, and the second answer is refused with its words kept', async () => {
    const [tom, ana] = [
      await visit(browser, demo.address, 'SUPPORT_AGENT'),
      await visit(browser, demo.address, 'SUPPORT_LEAD'),
    ];
    for (const page of [tom, ana]) {
      await openInbox(page);
      await line(page, 'Facture sans numéro').click();
      await openSubject(page).filter({ hasText: 'Facture' }).waitFor();
      await reply(page).waitFor();
    }
    await reply(ana).fill('From Ana');
    await tom.getByText('Ana Popescu is writing a reply').first().waitFor();
    await reply(tom).fill('From Tom');
    expect(await tom.getByRole('button', { name: /^Send to/ }).isDisabled()).toBe(true);
    await tom.getByRole('button', { name: 'Write anyway' }).click();
    // Each has seen the other and goes on all the same.
    await ana
      .getByText(/is writing a reply/)
      .first()
      .waitFor();
    await ana.getByRole('button', { name: 'Write anyway' }).click();
    // Ana's browser is told nothing for a moment, as happens on a train.
    await ana.context().setOffline(true);
    await tom.getByRole('button', { name: /^Send to/ }).click();
    await tom
      .getByText(/leaves in 10 seconds/)
      .first()
      .waitFor();
    await ana.context().setOffline(false);
    await ana.keyboard.press('Control+Enter');
    await ana.getByRole('alert').filter({ hasText: 'wrote while you were writing' }).waitFor();
    expect(await reply(ana).inputValue()).toBe('From Ana');
    await Promise.all([tom.context().close(), ana.context().close()]);
  });
});

describe('the inbox for everybody', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const)(
    'has no accessibility findings, resting or with its macros open: %s, %i px',
    async (scheme, width) => {
      const page = await visit(browser, demo.address, 'SUPPORT_AGENT', {
        colorScheme: scheme,
        viewport: { width, height: 900 },
      });
      await openInbox(page);
      expect(await accessibilityFindings(page)).toEqual([]);
      if (width === 390) await line(page, 'espresso machine loses pressure').click();
      await reply(page).waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.getByRole('button', { name: /^Macros/ }).click();
      await page.getByRole('combobox', { name: 'Find a macro' }).waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});
