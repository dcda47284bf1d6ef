import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { bearer, enterDemo } from '../support/sign-in.ts';
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

const openList = async (page: Page, search = '') => {
  await page.goto(`${demo.address}/customers${search}`);
  await page.getByRole('grid').waitFor();
};
/** Somebody who works for one company, and for which. */
async function somebodyInACompany(): Promise<{ id: string; company: string }> {
  const response = await fetch(`${demo.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...bearer(await enterDemo(demo.address, 'SALES_REP')),
    },
    body: JSON.stringify({
      query:
        '{ customers(first: 100) { edges { node { id companies { company { name } } formerCompanies { until } } } } }',
    }),
  });
  const { data } = (await response.json()) as {
    data: {
      customers: {
        edges: {
          node: { id: string; companies: { company: { name: string } }[]; formerCompanies: object[] };
        }[];
      };
    };
  };
  const found = data.customers.edges.find(
    ({ node }) => node.companies.length === 1 && node.formerCompanies.length === 0,
  )!.node;
  return { id: found.id, company: found.companies[0]!.company.name };
}
const currentName = async (page: Page) =>
  (await page.locator('[role="row"][data-current] a').textContent()) ?? '';

describe('a sales rep with a keyboard and no mouse', () => {
  it('finds a customer, writes a note, takes it back, and returns to the same row', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    const pointerUses = await forbidPointer(page);
    await openList(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const name = await currentName(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();

    await page.getByRole('textbox', { name: 'Write a note for colleagues…' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Prefers to be called after four');
    await page.keyboard.press('Control+Enter');
    const note = page.getByRole('listitem').filter({ hasText: 'Prefers to be called after four' });
    await note.first().waitFor();
    await page.getByText('Note added').first().waitFor();
    await page.keyboard.press('z');
    await note.first().waitFor({ state: 'detached' });

    await page.keyboard.press('Escape');
    await page.getByRole('grid').waitFor();
    await expect.poll(() => currentName(page)).toBe(name);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('hears where somebody works now: says it, with the company that they left, and takes both back at once', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    const pointerUses = await forbidPointer(page);
    const { id, company: before } = await somebodyInACompany();
    await page.goto(`${demo.address}/customers/${id}`);
    const acts = page.getByRole('button', { name: `More about ${before}` });
    await acts.waitFor();
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog', { name: 'Add a company' });
    await dialog.getByRole('combobox', { name: 'Company' }).waitFor();
    await page.keyboard.type('Unheard Of Works');
    await dialog.getByRole('option', { name: 'Create “Unheard Of Works”' }).waitFor();
    expect(await accessibilityFindings(page, 'dialog[open]')).toEqual([]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.type('gmail.com');
    await page.keyboard.press('Enter');
    await dialog.getByText('This is no domain of a company’s own.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('unheard-of-works.example');
    await dialog.getByRole('textbox', { name: 'Role there' }).press('H');
    await page.keyboard.type('ead of it');
    await dialog.getByRole('checkbox', { name: `No longer at ${before}` }).press('Space');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Head of it, Unheard Of Works · /).waitFor();
    await page.locator('summary').filter({ hasText: '1 former company' }).press('Enter');
    await page
      .getByRole('listitem')
      .filter({ hasText: before })
      .getByText(/until /)
      .waitFor();
    await page.keyboard.press('z');
    await page.getByText('Head of it').first().waitFor({ state: 'detached' });
    await acts.waitFor();
    expect(await page.locator('summary').filter({ hasText: 'former company' }).count()).toBe(0);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('corrects a value where it stands, is told what is wrong beside it, and takes it back', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    const pointerUses = await forbidPointer(page);
    await openList(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Correct: Name' }).waitFor();
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Wilhelmina Vane');
    await page.keyboard.press('Tab');
    const mail = page.getByRole('textbox', { name: 'E-mail', exact: true });
    await mail.waitFor();
    await page.getByRole('heading', { level: 1, name: 'Wilhelmina Vane' }).waitFor();
    await page.getByText('Corrected: Name').first().waitFor();
    await mail.press('Control+a');
    await page.keyboard.type('no mailbox');
    await page.keyboard.press('Enter');
    await page.getByText('This is not an e-mail address.').waitFor();
    expect(await mail.inputValue()).toBe('no mailbox');
    await mail.press('Control+a');
    await page.keyboard.type('mina@vane.example');
    await page.keyboard.press('Enter');
    const entered = page.getByRole('listitem').filter({ hasText: 'mina@vane.example' }).first();
    await entered.getByText('entered here').waitFor();
    await page.getByText('Corrected: E-mail').first().waitFor();
    await page.keyboard.press('z');
    await entered.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/customers\/./);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('peeks at customers without losing the list, and chooses some of them', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    const pointerUses = await forbidPointer(page);
    await openList(page);
    await page.keyboard.press(' ');
    const peek = page.getByRole('complementary', { name: 'Peek' });
    await peek.getByRole('heading', { name: await currentName(page) }).waitFor();
    await page.keyboard.press('j');
    await peek.getByRole('heading', { name: await currentName(page) }).waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('2 selected').waitFor({ state: 'detached' });
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('jumps to anybody by name from anywhere', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    await openList(page, '?sort=name');
    await page.keyboard.press('End');
    const name = await currentName(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.context().close();
  });
});

describe('a marketer with a mouse', () => {
  it('filters and sorts, and the address shows a colleague the same list', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    await openList(page);
    const all = await page.getByRole('heading', { level: 1 }).locator('..').textContent();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'E-mail consent' }).last().click();
    await page.getByRole('checkbox', { name: 'Granted' }).check();
    await page.waitForURL(/consent=GRANTED/);
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await page.waitForURL(/sort=name/);
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).locator('..').textContent())
      .not.toBe(all);
    const names = async (of: Page) => (await of.locator('[role="row"] a').allTextContents()).slice(0, 5);

    const colleague = await visit(browser, demo.address, 'SALES_REP');
    await colleague.goto(page.url());
    await colleague.getByRole('grid').waitFor();
    const seen = await names(colleague);
    expect(seen.length).toBeGreaterThan(1);
    await expect.poll(() => names(page)).toEqual(seen);
    await colleague.context().close();
    await page.context().close();
  });

  it('takes the list away as a file that says of each what the list says, and of nobody else', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    await openList(page, '?consent=GRANTED&sort=name');
    const shown = (await page.locator('[role="row"] a').allTextContents()).slice(0, 5);
    const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
    await page.getByRole('button', { name: 'Export CSV' }).waitFor();
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Shift+e');
    const lines = (await readFile(await (await coming).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(count + 1);
    for (const [index, name] of shown.entries()) expect(lines[index + 1]).toContain(name);
    await page.context().close();
  });

  it('saves what is shown as a view, shares it, and finds it again tomorrow', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    await openList(page, '?stage=USE&quiet=30');
    await page.getByRole('button', { name: 'Save as' }).click();
    await page.getByLabel('Name of the view').fill('They use it');
    await page.getByLabel('Who sees it').selectOption('EVERYBODY');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const tab = (on: typeof page, name: string) => on.getByRole('button', { name, exact: true });
    await tab(page, 'They use it').waitFor();
    await page.reload();
    await tab(page, 'They use it').waitFor();
    await expect.poll(() => tab(page, 'They use it').getAttribute('aria-current')).toBe('page');
    await page.getByRole('button', { name: 'Change the view “They use it”' }).click();
    await page.getByLabel('Name of the view').fill('In use');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await tab(page, 'In use').waitFor();

    const colleague = await visit(browser, demo.address, 'SALES_REP');
    await openList(colleague);
    await tab(colleague, 'In use').click();
    await colleague.waitForURL(/stage=USE.*quiet=30|quiet=30.*stage=USE/);
    expect(await colleague.getByRole('button', { name: 'Change the view “In use”' }).count()).toBe(0);
    await colleague.context().close();

    const putAway = async () => {
      await page.getByRole('button', { name: 'Change the view “In use”' }).click();
      await page.getByRole('button', { name: 'Put the view away' }).click();
      await tab(page, 'In use').waitFor({ state: 'detached' });
    };
    await putAway();
    await page.getByRole('button', { name: 'Undo' }).click();
    await tab(page, 'In use').waitFor();
    await putAway();
    await page.context().close();
  });
});

describe('everybody', () => {
  it.each(['light', 'dark'] as const)(
    'can use the list and a customer with any aid, in %s colours and with everything open',
    async (colorScheme) => {
      const page = await visit(browser, demo.address, 'SUPPORT_AGENT', { colorScheme });
      const findings: Record<string, string[]> = {};
      await openList(page);
      findings.list = await accessibilityFindings(page);
      await page.keyboard.press(' ');
      await page.keyboard.press('x');
      await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
      await page.getByText('1 selected').waitFor();
      findings.peek = await accessibilityFindings(page, 'aside');
      findings['bulk bar'] = await accessibilityFindings(page, 'section[aria-busy]');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Columns' }).click();
      findings['columns menu'] = await accessibilityFindings(page, 'div:has(> [role="menu"])');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      findings['filter choices'] = await accessibilityFindings(page, '[role="dialog"]');
      await page.getByRole('button', { name: 'Owner' }).last().click();
      await page.getByRole('dialog', { name: 'Add a filter' }).getByRole('checkbox').first().waitFor();
      findings['filter values'] = await accessibilityFindings(page, '[role="dialog"]');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
      findings.palette = await accessibilityFindings(page, 'dialog');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      findings.shortcuts = await accessibilityFindings(page, 'dialog');
      await page.keyboard.press('Escape');
      await openList(page, '?tickets=open');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: /ticket/i }).waitFor();
      await page.locator('button[aria-expanded="false"]').filter({ hasText: '#' }).first().click();
      findings.customer = await accessibilityFindings(page);
      expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual(
        {},
      );
      await page.context().close();
    },
  );

  it('keeps what is on the screen and what was typed when the connection goes, and goes on when it comes back', async () => {
    const page = await visit(browser, demo.address, 'SALES_REP');
    await openList(page);
    const name = await currentName(page);
    await page.keyboard.press('Enter');
    const composer = page.getByRole('textbox', { name: 'Write a note for colleagues…' });
    await composer.waitFor();
    await page.context().setOffline(true);
    await page.getByText('No connection').waitFor();
    await composer.fill('Rang back at noon');
    await composer.press('Control+Enter');
    await page.getByText('This could not be saved').first().waitFor();
    expect(await composer.inputValue()).toBe('Rang back at noon');
    await page.getByRole('link', { name: 'Customers' }).first().click();
    await page.getByRole('grid').waitFor();
    await expect.poll(() => currentName(page)).toBe(name);
    await page.keyboard.press('End');
    await page.getByText('More rows could not be loaded').first().waitFor();
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByText('This part could not be loaded').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.getByText('No connection').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('reads the same pages on a phone and in their own language, without anything sticking out', async () => {
    for (const locale of ['it', 'fr', 'ro'] as const) {
      const page = await visit(browser, demo.address, 'SALES_REP', {
        locale,
        viewport: { width: 390, height: 844 },
      });
      await openList(page);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await overflow()).toBe(0);
      const name = await currentName(page);
      await page.keyboard.press('Enter');
      // The list has a heading of its own: only the customer's says that the page, not its bones, is there.
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      expect(await overflow()).toBe(0);
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.context().close();
    }
  });
});
