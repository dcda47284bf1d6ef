import { randomUUID } from 'node:crypto';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { listen } from '../support/listen.ts';
import { bearer, enterDemo } from '../support/sign-in.ts';
import { accessibilityFindings, forbidPointer, openDemo, visit } from '../support/visitor.ts';

let browser: Browser;
let demo: Awaited<ReturnType<typeof openDemo>>;
let admin: string;
let secret: string;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchChromium(), openDemo(40)]);
  admin = await enterDemo(demo.address, 'ADMIN');
  const { createIntakeKey } = await ask<{ createIntakeKey: { secret: string } }>(
    'mutation ($name: String!) { createIntakeKey(name: $name, source: "zendesk") { ... on NewIntakeKey { secret } } }',
    { name: `Live ${randomUUID()}` },
  );
  secret = createIntakeKey.secret;
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

async function ask<T>(query: string, variables: Record<string, unknown>): Promise<T> {
  const response = await fetch(`${demo.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(admin) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Somebody new with a first ticket, and how they write another one. */
async function somebody() {
  const mark = randomUUID().slice(0, 8);
  const email = `vera.${mark}@live.example`;
  const write = async (subject: string) => {
    const number = randomUUID().slice(0, 8);
    const response = await fetch(`${demo.address}/signals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({
        kind: 'ticket',
        eventId: `live-${number}`,
        subjectKey: `ticket:${number}`,
        at: new Date().toISOString(),
        person: { key: `user:${mark}`, emails: [email], profile: { givenName: 'Vera', familyName: mark } },
        body: { subject, number, status: 'open' },
      }),
    });
    expect(response.status, await response.text()).toBeLessThan(300);
  };
  await write('The first question');
  const { search } = await ask<{ search: { customer: { id: string } | null }[] }>(
    'query ($text: String!) { search(text: $text) { customer { id } } }',
    { text: email },
  );
  const { id } = search[0]!.customer!;
  return {
    mark,
    id,
    write,
    /** Writes, and waits until the server has told it to everybody who listens: who comes later does not hear it by chance. */
    async writeUnheard(subject: string) {
      const live = await listen(demo.address, bearer(admin), {
        query: `subscription { customerChanged(id: "${id}") { kinds } }`,
      });
      // Nothing says that it stands: something is written until it hears.
      await expect
        .poll(async () => {
          if (live.heard.length === 0) await write('Hello');
          return live.heard.length;
        })
        .toBeGreaterThan(0);
      const { length } = live.heard;
      await write(subject);
      await expect.poll(() => live.heard.length).toBeGreaterThan(length);
      live.close();
    },
  };
}

/** Holds what a page asks over its socket, so that it does not stand before the test says so; and can break the line. */
async function holdSubscriptions(page: Page) {
  let held: (() => void)[] | undefined = [];
  const open: WebSocketRoute[] = [];
  let asked = () => {};
  const firstAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const server = socket.connectToServer();
    open.push(socket);
    socket.onMessage((message) => {
      if (held && String(message).includes('"subscribe"')) {
        held.push(() => server.send(message));
        asked();
      } else server.send(message);
    });
  });
  return {
    firstAsked,
    release() {
      const all = held ?? [];
      held = undefined;
      for (const send of all) send();
    },
    /** The line breaks; what the page asks when it comes back is held again. */
    async cut() {
      held = [];
      await Promise.all(open.splice(0).map((socket) => socket.close({ code: 1013 })));
      await expect.poll(() => held?.length).toBeGreaterThan(0);
    },
  };
}

it('a new ticket of a help-desk shows on an open customer page without a reload', async () => {
  const { id, write } = await somebody();
  const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
  await page.goto(`${demo.address}/customers/${id}`);
  await page.getByRole('button', { name: /The first question/ }).waitFor();
  let reloads = 0;
  page.on('framenavigated', () => {
    reloads += 1;
  });
  await write('And one more thing');
  await page.getByRole('button', { name: /And one more thing/ }).waitFor();
  await page.getByText('2 open tickets').waitFor();
  expect(reloads).toBe(0);
  await page.context().close();
});

it('what happens between the read of a customer page and the moment it listens shows as soon as it does; so does what happens while the line is broken', async () => {
  const { id, writeUnheard } = await somebody();
  const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
  const line = await holdSubscriptions(page);
  await page.goto(`${demo.address}/customers/${id}`);
  await page.getByRole('button', { name: /The first question/ }).waitFor();
  await line.firstAsked;
  await writeUnheard('Said in between');
  expect(await page.getByRole('button', { name: /Said in between/ }).count()).toBe(0);
  line.release();
  await page
    .getByRole('button', { name: /Said in between/ })
    .first()
    .waitFor();

  await line.cut();
  await writeUnheard('Said while away');
  expect(await page.getByRole('button', { name: /Said while away/ }).count()).toBe(0);
  line.release();
  await page
    .getByRole('button', { name: /Said while away/ })
    .first()
    .waitFor();
  await page.context().close();
});

it.each([
  { place: 'inbox', path: () => '/inbox?view=all' },
  { place: 'customers list', path: (mark: string) => `/customers?q=${mark}` },
])('the $place shows what came while it did not listen yet', async ({ place, path }) => {
  const { mark, writeUnheard } = await somebody();
  const page = await visit(browser, demo.address, 'SUPPORT_AGENT');
  const line = await holdSubscriptions(page);
  await page.goto(`${demo.address}${path(mark)}`);
  await page.getByText(`Vera ${mark}`).first().waitFor();
  await line.firstAsked;
  const subject = `Between ${randomUUID().slice(0, 6)}`;
  await writeUnheard(subject);
  line.release();
  await (place === 'inbox'
    ? page.getByText(subject).first()
    : page.getByRole('row', { name: new RegExp(`${mark}.*\\b[3-9]\\b`) })
  ).waitFor();
  await page.context().close();
});

it('takes in what a help desk signs with the secret that an admin made for it by keyboard, until it is ended', async () => {
  const page = await visit(browser, demo.address, 'ADMIN');
  const pointerUses = await forbidPointer(page);
  await page.goto(`${demo.address}/settings?section=sources`);
  await page.getByRole('button', { name: 'Add a source' }).press('Enter');
  await page.getByRole('textbox', { name: 'Short name' }).fill('desk-it');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Italian help desk');
  await page.getByRole('combobox', { name: 'Speaks like' }).selectOption('zendesk');
  await page.getByRole('combobox', { name: 'Phones without a country' }).selectOption('IT');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'Italian help desk' });
  await row.getByText('UTC · Italy').waitFor();

  await row.getByRole('button', { name: /^Signing secrets/ }).press('Enter');
  await page.getByRole('button', { name: 'Add a secret' }).press('Enter');
  const secret = await page.getByRole('textbox', { name: 'The new secret' }).inputValue();
  expect(await accessibilityFindings(page)).toEqual([]);
  const mark = randomUUID().slice(0, 8);
  const post = async (id: number) => {
    const at = new Date();
    const moment = '2026-03-02T08:00:00Z';
    const text = JSON.stringify({
      user: {
        ...{ id, name: `Ugo ${mark}`, email: `ugo.${id}.${mark}@live.example`, phone: '06 698 54321' },
        ...{ role: 'end-user', locale: 'it', created_at: moment, updated_at: moment },
      },
    });
    const { status } = await fetch(`${demo.address}/signals?source=desk-it`, {
      method: 'POST',
      headers: {
        'webhook-id': `${mark}-${id}`,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': new Webhook(secret).sign(`${mark}-${id}`, at, text),
      },
      body: text,
    });
    return status;
  };
  expect(await post(1)).toBe(202);
  const { search } = await ask<{ search: { customer: { displayName: string } }[] }>(
    'query ($text: String!) { search(text: $text) { customer { displayName } } }',
    { text: '+390669854321' },
  );
  expect(search[0]?.customer.displayName).toBe(`Ugo ${mark}`);

  await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
  await page.getByRole('button', { name: /^End the secret/ }).press('Enter');
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  // What was ended is believed for half a second more.
  await expect.poll(() => post(2), { timeout: 20_000 }).toBe(401);
  await row.getByText('nothing').waitFor();
  expect(await pointerUses()).toBe(0);
  await page.context().close();
});
