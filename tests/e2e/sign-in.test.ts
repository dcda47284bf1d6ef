import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type StartedAncora, startAncora } from '../support/start-ancora.ts';
import { accessibilityFindings } from '../support/visitor.ts';

const password = 'eleven blue herons';
let browser: Browser;
let ancora: StartedAncora;
let page: Page;

beforeAll(async () => {
  [browser, ancora] = await Promise.all([launchChromium(), startAncora()]);
  page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  await ancora?.stop();
});

describe('the first person of an empty house', () => {
  it('is led from any address to the setup, and told when the code is not the right one', async () => {
    await page.goto(`${ancora.address}/import`);
    await page.getByLabel('Setup code').fill('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF');
    await page.getByLabel('Your name').fill('Ada Byrne');
    await page.getByLabel('E-mail').fill('ada@house.example');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Set up and enter' }).click();
    await page.getByText('This is not the setup code.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('becomes the administrator with the printed code, and lands where they wanted to go', async () => {
    const code = /Setup code[^:]*: (\S+)/.exec(ancora.output())?.[1] ?? '';
    await page.getByLabel('Setup code').fill(code);
    await page.getByRole('button', { name: 'Set up and enter' }).click();
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/import');
  });
});

describe('signing in', () => {
  it('says the same to a stranger as to somebody with a wrong password', async () => {
    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const said: (string | null)[] = [];
    for (const email of ['nobody@house.example', 'ada@house.example']) {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not this one at all');
      await page.getByRole('button', { name: 'Sign in' }).click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      said.push(await alert.textContent());
    }
    expect(said[0]).toBe(said[1]);
  });

  it('lets a password be seen, pasted and sent with Enter', async () => {
    const field = page.getByLabel('Password', { exact: true });
    await page.getByRole('button', { name: 'Show the password' }).click();
    expect(await field.getAttribute('type')).toBe('text');
    await field.fill(password);
    await field.press('Enter');
    await page.getByRole('navigation', { name: 'Main navigation' }).first().waitFor();
  });

  it('says of a screen that is not for a role so at once, and asks nothing of it', async () => {
    const asked: string[] = [];
    const note = (request: Request) =>
      asked.push(/"operationName":"(\w+)"/.exec(request.postData() ?? '')?.[1] ?? request.url());
    page.on('request', note);
    await page.goto(`${ancora.address}/inbox`);
    await page.getByText('This is not for your role').waitFor();
    page.off('request', note);
    expect(asked).toContain('WhoAmI');
    expect(asked).not.toContain('Inbox');
    expect(await page.getByRole('link', { name: 'Inbox' }).count()).toBe(0);
  });

  it('keeps the address when the session ends by itself, and says why one has to sign in again', async () => {
    await page.goto(`${ancora.address}/settings`);
    await page.getByText('this browser').waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Import' }).first().click();
    await page.getByText('Your session has ended').waitFor();
    expect(new URL(page.url()).searchParams.get('back')).toBe('/import');
  });
});
