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

/** What the api answers a program. */
async function ask<Data>(role: string, query: string): Promise<Data> {
  const response = await fetch(`${demo.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(await enterDemo(demo.address, role)) },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Data }).data;
}

/** The cases that wait, by their ids, in no order. */
async function openCases(): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const { doubts } = await ask<{
      doubts: {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }>(
      'ADMIN',
      `{ doubts(first: 100${after}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
    );
    ids.push(...doubts.edges.map(({ node }) => node.id));
    if (!doubts.pageInfo.hasNextPage) return ids.sort();
    after = `, after: "${doubts.pageInfo.endCursor}"`;
  }
}

/** A customer whom several sources know, by the api as a program asks it. */
async function somebodyKnownTwice(): Promise<string> {
  const data = await ask<{
    customers: {
      edges: { node: { id: string; sourceRecords: { displayName: string; source: { name: string } }[] } }[];
    };
  }>(
    'SALES_LEAD',
    '{ customers(first: 50) { edges { node { id sourceRecords { displayName source { name } } } } } }',
  );
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
    const all = await openCases();
    expect(all.length).toBe(before);
    expect(before).toBeGreaterThanOrEqual(10);
    const weighed = page.getByRole('table', { name: /How the evidence adds up/ });
    await weighed.getByRole('rowheader', { name: 'In total' }).waitFor();
    await weighed.getByRole('rowheader', { name: 'Before comparing' }).waitFor();

    // Who is kept apart settles nobody else's case: nine answers are nine cases.
    for (let settled = 1; settled < 10; settled += 1) {
      await page.keyboard.press('d');
      await expect.poll(() => waiting(page)).toBe(before - settled);
      await page.locator('nav button[aria-current]').waitFor();
    }
    // Each is told when nobody takes it back any more: ten seconds later.
    await expect.poll(async () => (await openCases()).length, { timeout: 30_000 }).toBe(all.length - 9);
    const left = await openCases();
    expect(left.filter((id) => !all.includes(id))).toEqual([]);
    const answered = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('LinkDoubt'),
    );
    await page.keyboard.press('Enter');
    const { variables } = (await answered).request().postDataJSON() as { variables: { id: string } };
    await page
      .getByText(/^Joined: /)
      .last()
      .waitFor();
    // A joining may settle cases of the same two people: just those that the api says wait no more.
    const joined = await openCases();
    expect(joined.length).toBeLessThan(left.length);
    await expect.poll(() => waiting(page)).toBe(joined.length);
    await page.keyboard.press('z');
    await page.getByText('Two customers again').first().waitFor();
    // That they are two has been said now: all but this one case wait again.
    const others = left.filter((id) => id !== variables.id);
    expect(others.length).toBe(left.length - 1);
    await expect.poll(openCases).toEqual(others);
    await expect.poll(() => waiting(page)).toBe(others.length);
    expect(await pointerUses()).toBe(0);
    await page.context().close();
  });

  it('joins all safe cases at one stroke, and opens them again', async () => {
    const page = await visit(browser, demo.address, 'ADMIN');
    const pointerUses = await forbidPointer(page);
    // In the demo nothing sure is left for people: three safe cases are put into the answers.
    let safe = 3;
    const asked: unknown[] = [];
    await page.route('**/graphql', async (route) => {
      const sent = route.request().postData() ?? '';
      const answer = (name: string, result: object) => {
        asked.push((JSON.parse(sent) as { variables: unknown }).variables);
        return route.fulfill({ json: { data: { [name]: result } } });
      };
      if (sent.includes('UndoSafeLinks')) {
        safe = 3;
        return answer('undoSafeLinks', { __typename: 'SafeLinks', runId: 'a-run', count: 3 });
      }
      if (sent.includes('LinkSafeDoubts')) {
        safe = 0;
        return answer('linkSafeDoubts', { __typename: 'SafeLinks', runId: 'a-run', count: 3 });
      }
      const response = await route.fetch();
      const body = (await response.json().catch(() => null)) as {
        data?: { doubts?: { safe?: number } };
      } | null;
      if (body?.data?.doubts?.safe === undefined) return route.fulfill({ response });
      body.data.doubts.safe = safe;
      return route.fulfill({ response, json: body });
    });
    await openQueue(page);
    const button = page.getByRole('button', { name: 'Merge all safe ones (3)' });
    await button.waitFor();
    await page.keyboard.press('Shift+M');
    await page.getByText('3 cases joined').first().waitFor();
    await button.waitFor({ state: 'detached' });
    await page.keyboard.press('z');
    await page.getByText('3 cases are open again').first().waitFor();
    await button.waitFor();
    expect(asked).toEqual([{}, { runId: 'a-run' }]);
    expect(await pointerUses()).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it('looks at everybody, meets a run that is held after a wrong file, refuses it, takes that back, and publishes it', async () => {
    const page = await visit(browser, demo.address, 'ADMIN');
    await openQueue(page);
    const again = page.getByRole('button', { name: 'Look again now' });
    await again.press('Enter');
    await page.getByText('Everybody is being looked at; new cases appear here').first().waitFor();
    // It shows by itself when it has come.
    await page.getByText(/^Everybody was looked at .* records/).waitFor({ timeout: 60_000 });

    // A file in which everybody stands twelve times, with names that nobody takes for slips of one another.
    const names =
      'Abend Bertoldi Cavour Dumas Eklund Farkas Grigore Hoxha Ivarsson Juhasz Kowalec Lindqvist Mavros Novak Oyelaran Popescu Quirke Rasmussen Szabo Tkachuk';
    const rows = names
      .split(' ')
      .map((name, person) =>
        Array.from(
          { length: 12 },
          (_, copy) => `${9_000_000 + person * 100 + copy},Person,${name},${name.toLowerCase()}@post.example`,
        ),
      );
    await page.goto(`${demo.address}/import`);
    await page.setInputFiles('input[type=file]', {
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Record ID,First Name,Last Name,Email', ...rows.flat()].join('\n')),
    });
    await page.getByRole('heading', { name: 'How the files are read' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^240 rows: /).waitFor();
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^Import done: 240 rows/)
      .first()
      .waitFor();

    const pointerUses = await forbidPointer(page);
    await openQueue(page);
    await again.press('Enter');
    const banner = page.getByRole('status').filter({ hasText: 'was held and changed nothing' });
    await banner
      .getByText('20 more customers have ten records or more than at the last run.')
      .waitFor({ timeout: 60_000 });
    await banner.getByRole('link', { name: 'What came in' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Refuse' }).press('Enter');
    await page.getByText(/was held, and refused by/).waitFor();
    const back = page.getByRole('button', { name: 'Take the refusal back' });
    await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: 'Publish anyway' }).count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await banner.getByRole('button', { name: 'Publish anyway' }).press('Enter');
    await page.getByText(/^Everybody was looked at .* records/).waitFor({ timeout: 60_000 });
    await banner.waitFor({ state: 'detached' });
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
