import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { accessibilityFindings, openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo(40)]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

describe('a visitor of a web site', () => {
  it('asks the bot, wants a person, and whoever opens their page sees what was said', async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    const site = await context.newPage();
    site.setDefaultTimeout(60_000);
    await site.goto(`${demo.address}/try-chat.html`);
    await site.getByRole('button', { name: 'Talk with us' }).click();
    const chat = site.frameLocator('iframe');
    await chat.getByText('I am a bot').waitFor();

    await chat.getByRole('textbox').fill('Where is my order?');
    await chat.getByRole('textbox').press('Enter');
    await chat.getByText('From: Where is my order?').waitFor();
    await chat.getByRole('button', { name: 'Yes, thank you' }).waitFor();
    await chat.getByRole('button', { name: 'Talk to a person' }).click();
    await chat.getByLabel('Your name').fill('Nora Visitor');
    await chat.getByLabel('Your e-mail').fill('nora@visitor.example');
    await chat.getByRole('button', { name: 'Fetch a person' }).click();
    await chat.getByText('A person is on the way.').waitFor();
    await chat.getByText('you need not say it again').waitFor();
    expect(await accessibilityFindings(site)).toEqual([]);

    const agent = await visit(browser, demo.address, 'SUPPORT_AGENT');
    await agent.goto(`${demo.address}/customers?q=nora%40visitor.example`);
    await agent.getByRole('link', { name: 'Nora Visitor' }).first().click();
    await agent.getByRole('heading', { level: 1, name: 'Nora Visitor' }).waitFor();
    await agent.getByText('Where is my order?').first().waitFor();

    // Escape gives the visitor their page back, and the chat is there again when they return.
    await chat.getByRole('textbox').press('Escape');
    await site.locator('iframe').waitFor({ state: 'hidden' });
    await site.reload();
    await site.getByRole('button', { name: 'Talk with us' }).click();
    await chat.getByText('From: Where is my order?').waitFor();
    await agent.context().close();
    await context.close();
  });

  it('is answered by an agent out of the inbox, who saw what was said before, and it stands on the timeline', async () => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    const site = await context.newPage();
    site.setDefaultTimeout(60_000);
    await site.goto(`${demo.address}/try-chat.html`);
    await site.getByRole('button', { name: 'Talk with us' }).click();
    const chat = site.frameLocator('iframe');
    await chat.getByText('I am a bot').waitFor();
    await chat.getByRole('textbox').fill('Can I still change my order?');
    await chat.getByRole('textbox').press('Enter');
    await chat.getByText('Can I still change my order?').waitFor();
    await chat.getByRole('button', { name: 'Talk to a person' }).click();
    await chat.getByLabel('Your name').fill('Omar Visitor');
    await chat.getByLabel('Your e-mail').fill('omar@visitor.example');
    await chat.getByRole('button', { name: 'Fetch a person' }).click();
    await chat.getByText('A person is on the way.').waitFor();

    const agent = await visit(browser, demo.address, 'SUPPORT_AGENT');
    await agent.goto(`${demo.address}/inbox?view=unassigned`);
    const line = agent
      .getByRole('list', { name: 'Tickets' })
      .getByRole('link')
      .filter({ hasText: 'Omar Visitor' });
    await line.click();
    const thread = agent.getByRole('region', { name: 'Conversation' });
    await thread.getByText('Omar Visitor (omar@visitor.example) asks for a person').waitFor();
    await thread.getByText('Can I still change my order?').first().waitFor();

    // Files go both ways: a picture is shown in the thread, and what is sent back stands below its words.
    const picture = { name: 'my order.png', mimeType: 'image/png', buffer: await site.screenshot() };
    await chat.locator('input[type=file]').setInputFiles(picture);
    await thread.getByRole('img', { name: 'my order.png' }).waitFor();
    expect(await thread.getByText('📎').count()).toBe(0);
    const label = {
      name: 'label.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    };
    await agent.locator('input[type=file]').first().setInputFiles(label);
    await agent.getByRole('button', { name: 'Remove label.pdf' }).waitFor();
    expect(await accessibilityFindings(agent)).toEqual([]);

    await agent
      .getByRole('textbox', { name: /^Reply to/ })
      .fill('Yes, until tonight. I have opened it for you.');
    await agent.getByRole('button', { name: /^Send to/ }).click();
    // After the ten seconds in which it could be taken back.
    await chat.getByText('Yes, until tonight. I have opened it for you.').waitFor();
    await chat.getByText('You are talking with a person.').waitFor();

    await chat.getByRole('textbox').fill('Wonderful, thank you');
    await chat.getByRole('textbox').press('Enter');
    await agent.goto(`${demo.address}/customers?q=omar%40visitor.example`);
    await agent.getByRole('link', { name: 'Omar Visitor' }).first().click();
    await agent.getByRole('heading', { level: 1, name: 'Omar Visitor' }).waitFor();
    await agent
      .getByText(/^We replied/)
      .first()
      .waitFor();
    await agent.context().close();
    await context.close();
  });

  it('shows a picture in the window, is asked there how it was, and answers with a thumb', async () => {
    const lead = await visit(browser, demo.address, 'SUPPORT_LEAD');
    await lead.goto(`${demo.address}/settings`);
    await lead.getByRole('link', { name: 'Surveys' }).click();
    await lead.getByRole('button', { name: 'Add a survey' }).click();
    await lead.getByLabel('Name').first().fill('How the chat was');
    await lead.getByLabel('Contacts by').selectOption('chat');
    await lead.getByLabel('Scale').selectOption('THUMBS');
    await lead.getByLabel('Wait').first().fill('0');
    await lead.getByRole('button', { name: 'Keep' }).click();
    await lead.getByText('Saved').first().waitFor();

    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    const site = await context.newPage();
    site.setDefaultTimeout(60_000);
    await site.goto(`${demo.address}/try-chat.html`);
    await site.getByRole('button', { name: 'Talk with us' }).click();
    const chat = site.frameLocator('iframe');
    await chat.getByText('I am a bot').waitFor();
    const picture = { name: 'oven.png', mimeType: 'image/png', buffer: await site.screenshot() };
    await chat.locator('input[type=file]').setInputFiles(picture);
    await chat.getByRole('img', { name: 'oven.png' }).waitFor();
    await chat.getByText('I cannot look into it').waitFor();
    const page = { ...picture, buffer: Buffer.from('<svg onload="alert(1)"></svg>') };
    await chat.locator('input[type=file]').setInputFiles(page);
    await chat.getByText('We cannot take this kind of file').waitFor();

    await chat.getByRole('textbox').fill('Where is my order?');
    await chat.getByRole('textbox').press('Enter');
    await chat.getByRole('button', { name: 'Yes, thank you' }).click();
    // The house looks every minute whom to ask, and holds what it sends for ten seconds.
    await chat.getByRole('button', { name: 'Good', exact: true }).click({ timeout: 120_000 });
    await chat.getByRole('textbox', { name: 'Why?' }).fill('Quick and clear');
    await chat.getByRole('textbox', { name: 'Why?' }).press('Enter');
    await chat.getByText('“Quick and clear”').waitFor();
    expect(await accessibilityFindings(site)).toEqual([]);
    await lead.context().close();
    await context.close();
  });
});
