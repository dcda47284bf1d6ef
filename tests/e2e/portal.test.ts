import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layAddress } from '../../apps/api/src/modules/house/address.ts';
import type { Invitation } from '../../apps/api/src/modules/surveys/domain/invitation.ts';
import {
  gonePage,
  leavePage,
  questionPage,
  thanksPage,
} from '../../apps/api/src/modules/surveys/survey-pages.ts';
import { type PublicPage, publicPage } from '../../apps/api/src/platform/http/index.ts';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFindings, openDemo } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo(40)]);
  context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 800 },
  });
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

/** What is wrong with the page as it stands: against WCAG 2.2 AA, or wider than its window. */
async function findings(): Promise<string[]> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return [...(tooWide ? ['wider than its window'] : []), ...(await accessibilityFindings(page))];
}

const narrowAndDark = async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
};
const wideAndLight = async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
};

describe('a customer on our own pages', () => {
  it('looks something up, finds it, says whether it helped and what was missing', async () => {
    await page.goto(`${demo.address}/help?lang=en`);
    await page.getByRole('heading', { level: 1, name: 'How can we help?' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.getByRole('searchbox').fill('How do I send something back?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /answers?$/ }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('article').waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByLabel(/^What was missing/).fill('Who pays for the parcel?');
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Thank you for telling us.').waitFor();

    await narrowAndDark();
    await page.goto(`${demo.address}/help?lang=fr`);
    await page.getByRole('heading', { level: 1, name: 'Comment pouvons-nous vous aider' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.goto(`${demo.address}/help?lang=ro&q=zzzqqq`);
    await page.getByText('Nu am găsit nimic').waitFor();
    expect(await findings()).toEqual([]);
    await wideAndLight();
  });

  it('enters by the link of the letter, reads, answers, decides what we may do, takes their data along and leaves', async () => {
    await page.goto(`${demo.address}/portal?lang=en`);
    expect(await findings()).toEqual([]);
    // The demo proposes somebody who wrote to us, and shows what would be in the letter.
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    expect(await findings()).toEqual([]);
    const link = await page.getByRole('link', { name: 'Open the link' }).getAttribute('href');
    await page.getByRole('link', { name: 'Open the link' }).click();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your requests' }).waitFor();
    expect(await findings()).toEqual([]);

    await page.getByRole('link', { name: 'Ask something' }).click();
    await page.getByLabel('What is it about?').fill('A lamp that flickers');
    await page.getByLabel('Your question').fill('It flickers since Monday.');
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('It has arrived.').waitFor();
    await page.getByLabel('Your answer').fill('And it hums.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('And it hums.').waitFor();
    expect(await findings()).toEqual([]);
    // Told where the reader is, which is not where we are.
    const told = page.getByRole('main').locator('time').last();
    const there = await told.evaluate((time: HTMLTimeElement) =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(time.dateTime),
      ),
    );
    expect(await told.textContent()).toBe(there);

    await page.getByRole('link', { name: 'Preferences' }).click();
    await page.getByRole('button', { name: /^Stop: Questions after a contact/ }).click();
    await page.getByText('Saved.').waitFor();
    expect(await findings()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download my data' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('my-data.zip');
    expect(await download.failure()).toBeNull();

    await narrowAndDark();
    for (const path of ['tickets?show=all&lang=it', 'preferences?lang=fr', 'ask?lang=ro']) {
      await page.goto(`${demo.address}/portal/${path}`);
      expect([path, await findings()]).toEqual([path, []]);
    }
    await page.goto(`${demo.address}/portal/tickets?show=all&lang=it`);
    await page.getByRole('link', { name: 'A lamp that flickers' }).click();
    await page.getByText('And it hums.').waitFor();
    expect(await findings()).toEqual([]);

    // Without a script everything works, and moments say in which zone they are told.
    const state = await context.storageState();
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'en-GB',
      storageState: state,
    });
    const bare = await plain.newPage();
    await bare.goto(page.url());
    expect(await bare.locator('main time').first().textContent()).toMatch(/ (CET|GMT|UTC|EET)/);
    await plain.close();

    await page.getByRole('button', { name: 'Esci' }).click();
    await page.goto(`${demo.address}${link}`);
    await page.getByText('Questo link è già stato usato').waitFor();
    expect(await findings()).toEqual([]);
    await wideAndLight();
  });

  it('answers a question after a contact, in every look and language, and may say no to more of them', async () => {
    layAddress('https://shop.example');
    const paths = { path: '/s/x', leavePath: '/s/x/leave' };
    const asked = (part: Partial<Invitation>): Invitation =>
      ({
        instrument: 'csat',
        look: 'numbers',
        language: 'en',
        asksWhy: true,
        value: null,
        comment: null,
        leftAt: null,
        ...part,
      }) as Invitation;
    const shown: PublicPage[] = [
      questionPage(asked({}), { chosen: 4, ...paths }),
      questionPage(asked({ instrument: 'nps', language: 'it' }), { chosen: null, isMissing: true, ...paths }),
      questionPage(asked({ look: 'faces', language: 'ro' }), { chosen: 1, ...paths }),
      questionPage(asked({ look: 'thumbs', language: 'fr' }), { chosen: null, ...paths }),
      thanksPage(asked({ value: 5 }), '/s/x'),
      leavePage(asked({ language: 'it' }), '/s/x/leave'),
      gonePage('fr'),
    ];
    for (const [place, one] of shown.entries()) {
      await (place % 2 === 0 ? wideAndLight() : narrowAndDark());
      await page.setContent(publicPage(one));
      expect([one.title, await findings()]).toEqual([one.title, []]);
    }
  });
});
