import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureApi, ensureWeb } from '../../apps/api/bin/fresh.mjs';
import { launchChromium } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { ensureDovecot, type MailServer, startMailServer } from '../support/mail-server.ts';
import { forget, type StartedAncora, startAncora } from '../support/start-ancora.ts';
import { accessibilityFindings, visit } from '../support/visitor.ts';

const there = ensureDovecot();
if (!there)
  process.stderr.write(
    'Not run: the story of a mail. It needs Dovecot and root (Debian: apt-get install dovecot-imapd).\n',
  );

const ours = 'support@ours.example';
const clara = { name: 'Clara Whitfield', address: 'clara.whitfield@letters.example' };

describe.runIf(there)('A mail of a customer', () => {
  let home: string;
  let server: MailServer;
  let ancora: StartedAncora;
  let browser: Browser;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'ancora-mail-story-'));
    await ensureApi();
    await ensureWeb();
    const program = join(import.meta.dirname, '../../apps/api/dist/main.js');
    [server, browser] = await Promise.all([
      startMailServer(),
      launchChromium(),
      promisify(execFile)(process.execPath, [program, 'demo', '--people', '40'], {
        env: { ...process.env, ANCORA_HOME: home, LOG_LEVEL: 'warn' },
      }),
    ]);
    ancora = await startAncora({
      home,
      env: {
        DEMO: '1',
        MAIL_FROM: `Casa Marea <${ours}>`,
        MAIL_IMAP_URL: `imap://${encodeURIComponent(ours)}:${server.password}@127.0.0.1:${server.imapPort}`,
        MAIL_SMTP_URL: `smtp://127.0.0.1:${server.smtpPort}`,
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await ancora?.stop();
    await server?.close();
    if (home) await forget(home);
  });

  /** A header, put together again where it was folded. */
  const header = (raw: string, name: string): string | undefined =>
    new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im')
      .exec(raw)?.[1]
      ?.replace(/\r?\n[ \t]/g, ' ')
      .trim();
  const toClara = () => server.sent.filter(({ to }) => to.includes(clara.address));
  const openClara = async (page: Page) => {
    await page.goto(`${ancora.address}/customers?q=Clara%20Whitfield`);
    await page.getByRole('link', { name: clara.name }).first().click();
    await page.getByRole('heading', { level: 1, name: clara.name }).waitFor();
  };
  /** What she remembers of us, as her page shows it. */
  const remembered = async (page: Page): Promise<string> => {
    await openClara(page);
    return (
      (await page
        .getByRole('button', { name: /^remembered/ })
        .first()
        .textContent()) ?? ''
    );
  };

  it('becomes her ticket, is answered with a macro in three actions, she is asked how it was, and her answer moves what is remembered', {
    timeout: 300_000,
  }, async () => {
    // The desk asks at once, instead of an hour after.
    const lead = await visit(browser, ancora.address, 'SUPPORT_LEAD');
    await lead.goto(`${ancora.address}/settings?section=surveys`);
    await lead.getByRole('button', { name: 'Edit' }).first().click();
    await lead.getByRole('spinbutton', { name: 'Wait' }).fill('0');
    await lead.getByRole('button', { name: 'Keep' }).click();
    await lead.getByText('at once').waitFor();

    // She writes through a real SMTP server; what was in the mailbox before it was connected would stay there.
    const smtp = createTransport({ host: '127.0.0.1', port: server.smtpPort, secure: false });
    const agent = await visit(browser, ancora.address, 'SUPPORT_AGENT');
    const subject = 'Where does my parcel go?';
    let question = '';
    await eventually(async () => {
      const sent = await smtp.sendMail({
        from: clara,
        to: ours,
        subject,
        text: 'Hello,\n\ncan I still change the address?\n\nClara',
      });
      question = sent.messageId;
      await agent.goto(`${ancora.address}/inbox?view=open`);
      await agent
        .getByRole('list', { name: 'Tickets' })
        .getByRole('link')
        .filter({ hasText: subject })
        .first()
        .waitFor({ timeout: 10_000 });
    }, 120_000);

    // The ticket of the right customer, with her whole page beside it.
    await agent
      .getByRole('list', { name: 'Tickets' })
      .getByRole('link')
      .filter({ hasText: subject })
      .first()
      .click();
    await agent
      .getByRole('heading', { level: 2, name: new RegExp(subject.replace('?', '\\?')) })
      .first()
      .waitFor();
    await agent.getByRole('button', { name: `Send to ${clara.address}` }).waitFor();

    // Three actions: M, Enter, Ctrl+Enter.
    const reply = agent.getByRole('textbox', { name: /^Reply to/ });
    await agent.getByRole('region', { name: 'Conversation' }).or(agent.locator('body')).first().focus();
    await agent.keyboard.press('m');
    await agent.getByRole('combobox', { name: 'Find a macro' }).waitFor();
    await agent.keyboard.press('Enter');
    await expect.poll(async () => (await reply.inputValue()).length).toBeGreaterThan(40);
    await agent.keyboard.press('Control+Enter');

    // The answer reaches her mailbox in the thread of her question.
    await eventually(() => expect(toClara().length).toBeGreaterThan(0), 60_000);
    const answer = toClara()[0]!.raw;
    expect(header(answer, 'In-Reply-To')).toBe(question);
    expect(header(answer, 'References')).toContain(question);
    expect(header(answer, 'Auto-Submitted')).toBeUndefined();
    expect(header(answer, 'List-Unsubscribe')).toBeUndefined();
    const before = await remembered(lead);

    // A question how it was follows by itself, and says how to get no more of them.
    await eventually(() => expect(toClara().length).toBeGreaterThan(1), 120_000);
    const asked = toClara()[1]!.raw;
    expect(header(asked, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(asked, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const leave = /<(.*)>/.exec(header(asked, 'List-Unsubscribe') ?? '')?.[1];
    expect(leave).toMatch(/\/s\/[\w-]{43}\/leave$/);
    const link = leave!.replace(/\/leave$/, '');

    // A scanner opens every link of it, and has answered nothing.
    for (const value of [1, 2, 3, 4, 5]) expect((await fetch(`${link}?v=${value}`)).status).toBe(200);
    expect((await fetch(leave!)).status).toBe(200);

    // She follows the link of an answer, and confirms it on the page that opens; it runs without scripts.
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${link}?v=1`);
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('1');
    await page.getByLabel('What is the main reason?').fill('The parcel went to my old flat');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('Your answer has arrived.').waitFor();

    // It stands on her timeline and on the ticket, and what she will remember of us is another than before.
    await openClara(lead);
    await lead.getByText('Answered: 1 of 5, satisfied').first().waitFor();
    await expect.poll(() => remembered(lead)).not.toBe(before);
    await agent.goto(`${ancora.address}/inbox?view=all`);
    await agent.getByRole('link').filter({ hasText: subject }).first().click();
    await agent.getByText('How it was: 1 of 5').waitFor();
    await agent.getByText('The parcel went to my old flat').waitFor();

    // One click of her mail program, and no more are sent: in the ledger of her consent.
    const left = await fetch(leave!, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(left.status).toBe(200);
    await openClara(lead);
    await lead.getByText('Consent withdrawn: survey, any').first().waitFor();

    const withScripts = await browser.newContext({ locale: 'en-GB' });
    const again = await withScripts.newPage();
    await again.goto(link);
    expect(await accessibilityFindings(again)).toEqual([]);
    for (const one of [lead, agent]) await one.context().close();
    await context.close();
    await withScripts.close();
  });
});
