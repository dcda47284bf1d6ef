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
    site.setDefaultTimeout(30_000);
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
});
