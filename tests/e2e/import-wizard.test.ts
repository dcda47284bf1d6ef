import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type StartedAncora, startAncora } from '../support/start-ancora.ts';
import { accessibilityFindings } from '../support/visitor.ts';

let browser: Browser;
let house: StartedAncora;
let page: Page;

// A table as people keep it: semicolons, a column with a name nobody knows, one row that names nobody.
const table = [
  'Prenume;Nume;Adresa email;Localitate;Culoare',
  `Ilinca;Văduva;ilinca@exemplu.example;Cluj;verde`,
  `Șerban;Țepeș;serban@exemplu.example;Iași;roșu`,
  ';;;Arad;alb',
].join('\r\n');

beforeAll(async () => {
  [browser, house] = await Promise.all([launchChromium(), startAncora()]);
  page = await (await browser.newContext({ locale: 'en-US' })).newPage();
  page.setDefaultTimeout(60_000);
  // An empty house: its first administrator enters with the code that was printed.
  const code = /Setup code[^:]*: (\S+)/.exec(house.output())?.[1];
  const input = { code, name: 'Ada Byrne', email: 'ada@house.example', password: 'eleven blue herons' };
  const answer = await page.request.post(`${house.address}/graphql`, {
    headers: { origin: house.address },
    data: {
      query: 'mutation ($input: SetUp!) { setUp(input: $input) { __typename } }',
      variables: { input },
    },
  });
  expect((await answer.json()).data.setUp.__typename).toBe('Viewer');
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('bringing in a table of one’s own', () => {
  it('finds out how it is written and where its columns go', async () => {
    await page.goto(`${house.address}/import`);
    await page.setInputFiles('input[type=file]', {
      name: `clienti.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${table}`),
    });
    await page.getByRole('heading', { name: 'How the files are read' }).waitFor();
    const file = page.getByRole('region', { name: `clienti.csv`, exact: true });
    const format = file.getByLabel(/Kind of export/);
    if ((await format.inputValue()) === '') await format.selectOption('csv-people');
    await file.getByLabel('Where the column Adresa email goes').waitFor();
    expect(await file.getByLabel('Between cells').inputValue()).toBe(';');
    expect(await file.getByLabel('Encoding').locator('option:checked').textContent()).toBe('UTF-8 with BOM');
    expect(await file.getByLabel('Where the column Adresa email goes').inputValue()).toBe('email');
    expect(await file.getByLabel('Where the column Culoare goes').inputValue()).toBe('');
    const country = file.getByLabel('Phones without a country');
    expect(await country.locator('option:checked').textContent()).toBe('Not known');
    await country.selectOption('RO');
    await expect.poll(async () => (await country.isEnabled()) && (await country.inputValue())).toBe('RO');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('says what each row would do before anything is changed, from the keyboard alone', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByText('3 rows: 2 are good, 1 is refused.').waitFor();
    await page.getByRole('cell', { name: `Ilinca Văduva` }).waitFor();
    expect(
      await page
        .getByRole('region', { name: /Refused rows/ })
        .getByRole('cell')
        .first()
        .textContent(),
    ).toBe('4');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('brings the rows that come to one thing, by pressing how many they are', async () => {
    const counts = page.getByRole('list', { name: 'Rows by what they come to' });
    const created = counts.getByRole('button', { name: /new/ });
    await created.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2 rows: new' }).waitFor();
    const rows = page.getByRole('region', { name: 'Rows of clienti.csv: new' }).getByRole('row');
    // One more than people: the head.
    expect(await rows.count()).toBe(3);
    expect(await page.getByRole('cell', { name: 'Arad' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 rows', exact: true }).waitFor();
    await page.getByRole('region', { name: /Refused rows/ }).waitFor();
  });

  it('takes the good rows in, gives the bad one back, and tells so on whatever screen one is', async () => {
    await page.keyboard.press('Control+Enter');
    await page.getByText('Import done: 2 rows taken in').first().waitFor();
    await page.getByText('3 rows: 2 were taken in, 1 was refused.').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download rejected.csv' }).click();
    const path = await (await coming).path();
    const { readFile } = await import('node:fs/promises');
    const rejected = (await readFile(path, 'utf8')).trim().split(/\r?\n/);
    expect(rejected).toHaveLength(2);
    expect(rejected[1]).toContain('Arad');
  });
});
