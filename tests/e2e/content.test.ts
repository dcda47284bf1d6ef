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

const openLibrary = async (page: Page, search = '') => {
  await page.goto(`${demo.address}/content${search}`);
  await page.getByRole('list', { name: 'Content library' }).waitFor();
};
const card = (page: Page) =>
  page.getByRole('region').filter({ has: page.getByRole('heading', { name: 'Content for this stage' }) });

/** Somebody with an open ticket, whom support helps. */
async function openSomebodyInAssistance(page: Page): Promise<string> {
  await page.goto(`${demo.address}/customers?tickets=open&stage=ASSISTANCE`);
  await page.getByRole('grid').waitFor();
  const name = (await page.locator('[role="row"] a').first().textContent()) ?? '';
  await page.locator('[role="row"] a').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return name;
}

/** A name of its own for each run, so that a company that is kept can be used again. */
const title = `Before you send it to us: what to write on the box (${Date.now().toString(36)})`;

describe('content on its way from its author to a customer and back', () => {
  it('is written, approved by another, attached to a stage, given by an agent, and its author sees the use', async () => {
    const marketer = await visit(browser, demo.address, 'MARKETER');
    await openLibrary(marketer);
    await marketer.getByRole('button', { name: /^New content/ }).click();
    const editor = marketer.getByRole('dialog');
    await editor.getByLabel('It is for').selectOption('SERVICE');
    await editor.getByLabel('Type').selectOption('CHECKLIST');
    await editor.getByLabel('Title').fill(title);
    await editor
      .getByLabel('Words')
      .fill('# Three things\n- your order number\n- what does not work\n- **no** batteries');
    await editor.getByRole('button', { name: 'Keep the draft' }).click();
    await marketer.getByRole('heading', { level: 1, name: title }).waitFor();
    await marketer.waitForURL(/\/content\/[0-9a-f-]{36}/);
    const address = marketer.url();
    await marketer.getByRole('button', { name: 'Hand in' }).click();
    await marketer.getByText('It waits for somebody else').waitFor();
    expect(await marketer.getByRole('button', { name: 'Approve and publish' }).count()).toBe(0);

    const lead = await visit(browser, demo.address, 'SUPPORT_LEAD');
    await lead.goto(address);
    await lead.getByRole('button', { name: 'Approve and publish' }).click();
    await lead.getByText('Published', { exact: true }).first().waitFor();
    await lead.context().close();

    await marketer.goto(address);
    await marketer.getByRole('button', { name: /^Attach to stage/ }).click();
    const dialog = marketer.getByRole('dialog');
    await dialog.getByLabel('Stage').selectOption('ASSISTANCE');
    await dialog.getByLabel('How early').selectOption('FIRST');
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await marketer.getByRole('listitem').filter({ hasText: 'Assistance' }).first().waitFor();

    const agent = await visit(browser, demo.address, 'SUPPORT_AGENT');
    const name = await openSomebodyInAssistance(agent);
    const line = card(agent).getByRole('listitem').filter({ hasText: title });
    await line.getByText('a case is open: service content').waitFor();
    await line.getByRole('button', { name: `Copy for the customer: ${title}` }).click();
    await agent.getByText(`Copied and logged as given: ${title}`).first().waitFor();
    await agent
      .getByRole('listitem')
      .filter({ hasText: `Content given: ${title}` })
      .first()
      .waitFor();
    // What was given makes room for what was not: it no longer stands first.
    await expect.poll(() => card(agent).getByRole('listitem').first().textContent()).not.toContain(title);

    await marketer.reload();
    const use = marketer.getByRole('listitem').filter({ hasText: name });
    await use.getByText(/inserted · E-mail · Tom Reed/).waitFor();
    await use.getByText('not opened').waitFor();

    await agent.getByRole('button', { name: 'Undo' }).first().click();
    await agent
      .getByRole('listitem')
      .filter({ hasText: `Content given: ${title}` })
      .first()
      .waitFor({ state: 'detached' });
    await marketer.reload();
    await marketer.getByText('Nobody was given it yet.').waitFor();
    await Promise.all([marketer.context().close(), agent.context().close()]);
  });

  it('goes the same way without a mouse', async () => {
    const marketer = await visit(browser, demo.address, 'MARKETER');
    const uses = await forbidPointer(marketer);
    await openLibrary(marketer, '?q=calendar');
    await marketer.getByRole('link', { name: /Make it last/ }).focus();
    await marketer.keyboard.press('Enter');
    await marketer.getByRole('heading', { level: 1, name: /Make it last/ }).waitFor();
    await marketer.keyboard.press('a');
    await marketer.getByRole('dialog').waitFor();
    await marketer.keyboard.type('Share');
    await marketer.keyboard.press('Tab');
    await marketer.keyboard.type('Support');
    await marketer.keyboard.press('Enter');
    await marketer.getByRole('button', { name: 'Attach', exact: true }).press('Enter');
    await marketer.getByRole('dialog').waitFor({ state: 'detached' });
    await marketer
      .getByRole('listitem')
      .filter({ hasText: 'Share' })
      .filter({ hasText: 'Support' })
      .first()
      .waitFor();
    await marketer.keyboard.press('z');
    await marketer
      .getByRole('listitem')
      .filter({ hasText: 'Share' })
      .filter({ hasText: 'Support' })
      .waitFor({ state: 'detached' });
    expect(await uses()).toBe(0);

    const agent = await visit(browser, demo.address, 'SUPPORT_AGENT');
    const agentUses = await forbidPointer(agent);
    await openSomebodyInAssistance(agent);
    await card(agent)
      .getByRole('button', { name: /^Copy for the customer/ })
      .first()
      .waitFor();
    await agent.keyboard.press('i');
    await agent
      .getByText(/Copied and logged as given/)
      .first()
      .waitFor();
    await agent.getByRole('listitem').filter({ hasText: 'Content given' }).first().waitFor();
    await agent.keyboard.press('z');
    await agent
      .getByText(/Copied and logged as given/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await agentUses()).toBe(0);
    await Promise.all([marketer.context().close(), agent.context().close()]);
  });

  it('can be seen by everybody: the library, one piece, the editor and the card, light, dark and small', async () => {
    for (const options of [{}, { colorScheme: 'dark' as const }, { viewport: { width: 390, height: 844 } }]) {
      const page = await visit(browser, demo.address, 'MARKETER', options);
      await openLibrary(page);
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.getByRole('list', { name: 'Content library' }).getByRole('link').first().press('Enter');
      await page.getByRole('heading', { name: 'What came of it' }).waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.keyboard.press('e');
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityFindings(page, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('a');
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityFindings(page, 'dialog')).toEqual([]);
      await page.context().close();
    }
  });
});

describe('a file of the library', () => {
  const send = (page: Page, bytes: number[], name: string) =>
    page.evaluate(
      async ([given, called]) => {
        const response = await fetch(`/content-files?name=${encodeURIComponent(called)}`, {
          method: 'POST',
          body: new Uint8Array(given),
        });
        return { status: response.status, body: (await response.json()) as { id?: string; name?: string } };
      },
      [bytes, name] as const,
    );
  const text = (words: string) => [...new TextEncoder().encode(words)];

  it('is what its bytes say, is never shown in place, and is for who is signed in', async () => {
    const page = await visit(browser, demo.address, 'MARKETER');
    await openLibrary(page);
    const pdf = await send(page, text('%PDF-1.7 hello'), '../../etc/passwd\u202e.pdf');
    expect(pdf).toMatchObject({ status: 201, body: { name: 'passwd.pdf' } });
    for (const words of ['<svg onload=alert(1)>', '<!doctype html><script>alert(1)</script>', 'MZ', ''])
      expect((await send(page, text(words), 'nice.pdf')).status).toBe(415);
    const response = await page.request.get(`${demo.address}/content-files/${pdf.body.id}`);
    expect(response.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(response.headers()['content-disposition']).toMatch(/^attachment;/);
    expect((await fetch(`${demo.address}/content-files/${pdf.body.id}`)).status).toBe(401);
    for (const path of [
      '/content-files/..%2f..%2fetc%2fpasswd',
      `/content-files/${pdf.body.id}%00`,
      '/content-files/x',
      '/c/x',
      '/c/..%2f',
    ])
      expect((await page.request.get(demo.address + path)).status(), path).not.toBe(200);
    await page.context().close();
  });
});
