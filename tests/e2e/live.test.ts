import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { bearer, enterDemo } from '../support/sign-in.ts';
import { openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo(40)]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

async function ask<T>(cookie: string, query: string, variables: Record<string, unknown>): Promise<T> {
  const response = await fetch(`${demo.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(cookie) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

it('a new ticket of a help-desk shows on an open customer page without a reload', async () => {
  const admin = await enterDemo(demo.address, 'ADMIN');
  const { createIntakeKey } = await ask<{ createIntakeKey: { secret?: string; message?: string } }>(
    admin,
    'mutation ($name: String!) { createIntakeKey(name: $name, source: "zendesk") { ... on NewIntakeKey { secret } ... on Refusal { message } } }',
    { name: `Live ${randomUUID()}` },
  );
  const mark = randomUUID().slice(0, 8);
  const email = `vera.${mark}@live.example`;
  const tell = async (number: string, subject: string) => {
    const response = await fetch(`${demo.address}/signals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${createIntakeKey.secret}` },
      body: JSON.stringify({
        kind: 'ticket',
        eventId: `live-${mark}-${number}`,
        subjectKey: `ticket:${mark}-${number}`,
        at: new Date().toISOString(),
        person: { key: `user:${mark}`, emails: [email] },
        body: { subject, number: `${mark}-${number}`, status: 'open' },
      }),
    });
    expect(response.status, await response.text()).toBeLessThan(300);
  };
  await tell('1', 'The first question');

  const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
  const { search } = await ask<{ search: { customer: { id: string } | null }[] }>(
    admin,
    'query ($text: String!) { search(text: $text) { customer { id } } }',
    { text: email },
  );
  const listening = page.waitForEvent('websocket');
  await page.goto(`${demo.address}/customers/${search[0]?.customer?.id}`);
  await page.getByRole('button', { name: /The first question/ }).waitFor();
  const socket = await listening;
  // Only what happens after the page listens can be shown live.
  if (socket.isClosed()) throw new Error('The page does not listen');
  await expect.poll(() => page.getByText('1 open ticket').count()).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  let reloads = 0;
  page.on('framenavigated', () => {
    reloads += 1;
  });

  await tell('2', 'And one more thing');
  await page.getByRole('button', { name: /And one more thing/ }).waitFor({ timeout: 10_000 });
  await page.getByText('2 open tickets').waitFor();
  expect(reloads).toBe(0);
  await page.context().close();
});
