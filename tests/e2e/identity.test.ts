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

const openQueue = async (page: Page) => {
  await page.goto(`${demo.address}/duplicates`);
  await page.getByRole('navigation', { name: 'Cases that wait' }).waitFor();
};
const waiting = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByText(/cases? waits? for a decision/).textContent()) ?? '', 10);

/** A customer whom several sources know, by the api as a program asks it. */
async function somebodyKnownTwice(): Promise<string> {
  const cookie = await enterDemo(demo.address, 'SALES_LEAD');
  const response = await fetch(`${demo.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(cookie) },
    body: JSON.stringify({
      query:
        '{ customers(first: 50) { edges { node { id sourceRecords { displayName source { name } } } } } }',
    }),
  });
  const { data } = (await response.json()) as {
    data: {
      customers: {
        edges: { node: { id: string; sourceRecords: { displayName: string; source: { name: string } }[] } }[];
      };
    };
  };
  const found = data.customers.edges.find(
    ({ node }) => node.sourceRecords.filter(({ source }) => source.name !== 'Ancora').length > 1,
  );
  if (!found) throw new Error('Nobody in the demo is known by two sources');
  return found.node.id;
}

describe('a data steward with a keyboard and no mouse', () => {
  it('settles ten doubtful pairs, each told in bits, and takes the last one back', async () => {
    const page = await visit(browser, demo.address, 'ADMIN');
    const pointerUses = await forbidPointer(page);
    await openQueue(page);
    const before = await waiting(page);
    expect(before).toBeGreaterThanOrEqual(10);
    const weighed = page.getByRole('table', { name: /How the evidence adds up/ });
    await weighed.getByRole('rowheader', { name: 'In total' }).waitFor();
    await weighed.getByRole('rowheader', { name: 'Before comparing' }).waitFor();

    const settle = async (key: string) => {
      // By how many wait, not by what the next one says: two cases may be about people of the same names. One answer may settle several.
      const left = await waiting(page);
      await page.keyboard.press(key);
      await expect.poll(() => waiting(page)).toBeLessThan(left);
      await page.locator('nav button[aria-current]').waitFor();
    };
    for (let settled = 0; settled < 9; settled += 1) await settle(settled % 2 === 0 ? 'd' : 'Enter');
    // What is taken back is the last one: its word must be told, not that of one before.
    const answered = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('LinkDoubt'),
    );
    await settle('Enter');
    await (await answered).finished();
    await page
      .getByText(/^Joined: /)
      .last()
      .waitFor();
    expect(await waiting(page)).toBeLessThanOrEqual(before - 10);
    await page.keyboard.press('z');
    await page.getByText('Two customers again').first().waitFor();
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('asks why a record is here, splits it off, and takes that back', async () => {
    const id = await somebodyKnownTwice();
    const page = await visit(browser, demo.address, 'ADMIN');
    const pointerUses = await forbidPointer(page);
    await page.goto(`${demo.address}/customers/${id}`);
    const card = page.getByRole('region', { name: 'Joined records' });
    const why = card.getByRole('button', { name: /^Why is / });
    await why.first().waitFor();
    const records = await why.count();

    await why.last().press('Enter');
    const told = page.getByRole('dialog', { name: 'Why this record is here' });
    await told.getByRole('table').first().getByRole('rowheader', { name: 'In total' }).waitFor();
    await told.getByText(/Its strongest link is to/).waitFor();
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'detached' });

    await card
      .getByRole('button', { name: /^Split off / })
      .last()
      .press('Enter');
    const asked = page.getByRole('dialog', { name: 'Split off this record' });
    await asked.getByText(/becomes a customer of its own/).waitFor();
    await asked.getByRole('button', { name: 'Split off' }).press('Enter');
    await asked.waitFor({ state: 'detached' });
    await expect
      .poll(() => card.getByRole('listitem').filter({ hasText: 'since' }).count())
      .toBe(records - 1);
    await page
      .getByText(/^Split off: /)
      .first()
      .waitFor();
    await page.keyboard.press('z');
    await page.getByText('One customer again').first().waitFor();
    await expect.poll(() => why.count()).toBe(records);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });
});

describe('everybody', () => {
  it.each(['light', 'dark'] as const)(
    'can read why two are one with any aid, in %s colours',
    async (colorScheme) => {
      const id = await somebodyKnownTwice();
      const page = await visit(browser, demo.address, 'ADMIN', { colorScheme });
      const findings: Record<string, string[]> = {};
      await openQueue(page);
      await page.getByRole('rowheader', { name: 'In total' }).waitFor();
      findings.queue = await accessibilityFindings(page);
      await page.goto(`${demo.address}/customers/${id}`);
      await page.getByText('Household', { exact: true }).click();
      await page
        .getByRole('button', { name: /^Split off / })
        .first()
        .click();
      await page.getByText(/becomes a customer of its own/).waitFor();
      findings.split = await accessibilityFindings(page, 'dialog');
      await page.keyboard.press('Escape');
      await page
        .getByRole('button', { name: /^Why is / })
        .first()
        .click();
      await page.getByRole('rowheader', { name: 'In total' }).first().waitFor();
      findings.why = await accessibilityFindings(page, 'dialog');
      expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual(
        {},
      );
      await page.context().close();
    },
  );
});
