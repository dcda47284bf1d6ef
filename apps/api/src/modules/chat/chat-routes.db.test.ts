import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { systemActor } from '#modules/access';
import { keepAttachments } from '#modules/attachments';
import { layAddress, layNeighbours } from '#modules/house';
import { subjectsOf } from '#modules/intake';
import { carryLetters, holdLetter } from '#modules/outbox';
import { ensureSource } from '#modules/sources';
import { askCustomers, noticeOccasions, saveSurvey } from '#modules/surveys';
import { type Database, openDatabase } from '#platform/database';
import { type Host, openHost } from '#platform/http';
import { silentLog } from '#platform/log';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { type ChatRoutes, chatCarrier, chatRoutes } from './index.ts';

const subjects = subjectsOf(modules);
let fresh: FreshDatabase;
let database: Database;
let host: Host;
let chat: ChatRoutes;
/** Somebody else with a chat of their own. */
let stranger = '';
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  layAddress('https://crm.example/');
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
  chat = await chatRoutes({ database, subjects });
  host = await openHost(0, '127.0.0.1', { routes: chat.routes }, { log: silentLog, headers: [] });
  stranger = await open();
});
afterAll(async () => {
  await chat?.close();
  await host?.close();
  await database?.close();
  await fresh?.drop();
});

interface News {
  token: string;
  lines: {
    id: string;
    number: number;
    author: string;
    text: string;
    files: { id: string; name: string; isPicture: boolean }[];
    question: { choices: { value: number }[]; value: number | null; comment: string | null } | null;
  }[];
}
const at = (path: string) => `http://127.0.0.1:${host.port}${path}`;
const post = async <Value = unknown>(path: string, body: object) => {
  const response = await fetch(at(`/chat/${path}`), { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Value };
};
const open = async (language = 'en') => (await post<News>('open', { language })).body.token;
const news = async (token: string, after = 0) => (await post<News>('listen', { token, after })).body.lines;
const give = (token: string, name: string, data: string | Buffer, type = '', line = newId()) =>
  fetch(at(`/chat/files?${new URLSearchParams({ line, name })}`), {
    method: 'POST',
    headers: { 'x-chat-token': token, 'x-file-type': type },
    body: new Uint8Array(Buffer.from(data)),
  });
const get = (token: string, id: string) =>
  fetch(at(`/chat/files/${id}`), { headers: { 'x-chat-token': token } });
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ticketOf = async (token: string) =>
  (
    await database.query<{ id: string; source_id: string; source_key: string; customer_id: string }>(
      `SELECT t.* FROM ticket t JOIN chat c ON t.source_key = 'chat:C' || c.number JOIN chat_line l ON l.chat_id = c.id WHERE l.id = $1`,
      [(await news(token))[0]!.id],
    )
  )[0]!;
const carry = () =>
  carryLetters(database, [chatCarrier(database, subjects)], () => new Date(Date.now() + 11_000));

describe('A window that waits for news', () => {
  it('is answered when there are some, and not before: it must not ask without end', async () => {
    const token = await open();
    let isAnswered = false;
    const waiting = news(token, 1).finally(() => {
      isAnswered = true;
    });
    // Each of these is a whole way there and back, so an answer at once would have come long ago.
    for (let times = 0; times < 5; times += 1) await post('answer', { token, lineId: newId(), value: 1 });
    expect(isAnswered).toBe(false);
    await post('say', { token, lineId: newId(), text: 'Hello there' });
    expect((await waiting)[0]).toMatchObject({ author: 'visitor', text: 'Hello there' });
  });
});

describe('A file in the chat', () => {
  it('that a visitor shows us hangs on their message, for whoever answers; the bot says that it cannot look into it', async () => {
    const token = await open();
    const line = newId();
    expect((await give(token, 'oven.png', pixel, 'image/png', line)).status).toBe(201);
    expect((await give(token, 'oven.png', pixel, 'image/png', line)).status).toBe(201);
    const lines = await news(token);
    expect(lines.map(({ author }) => author)).toEqual(['bot', 'visitor', 'bot']);
    const [file] = lines[1]!.files;
    expect(file).toMatchObject({ name: 'oven.png', isPicture: true });
    const hung = await database.query<Record<string, unknown>>(
      `SELECT a.name, a.customer_id = m.customer_id AS theirs FROM message m JOIN attachment a ON a.source_id = m.source_id AND a.message_key = m.source_key
        WHERE m.ticket_id = $1`,
      [(await ticketOf(token)).id],
    );
    expect(hung).toEqual([{ name: 'oven.png', theirs: true }]);
    const answer = await get(token, file!.id);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pixel)).toBe(true);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is nobody else’s: without the secret of this very chat it is not there', async () => {
    const [one, other] = [await open(), await open()];
    await give(one, 'a.png', pixel);
    const id = (await news(one))[1]!.files[0]!.id;
    expect((await get(other, id)).status).toBe(404);
    expect((await get('nobody', id)).status).toBe(404);
    expect((await give('nobody', 'a.png', pixel)).status).toBe(404);
  });

  it.each([
    ['a page called a picture', 'cat.png', '<html><script>alert(1)</script></html>'],
    ['a picture with a program in it', 'cat.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['a program called a paper', 'bill.pdf', 'MZ\u0090\u0000'],
    ['a program', 'setup.exe', 'MZ\u0090\u0000'],
  ])('that is %s is refused, and nothing is kept of it', async (_, name, data) => {
    expect((await give(stranger, name, data, 'image/png')).status).toBe(415);
    expect((await give(stranger, name, '')).status).toBe(400);
    expect(await news(stranger)).toHaveLength(1);
  });

  it('that is too large is refused before it is read to its end', async () => {
    const refused = await give(stranger, 'long.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'x')).catch(
      () => null,
    );
    // Whoever goes on sending after the refusal may see the connection end instead.
    expect([413, undefined]).toContain(refused?.status);
    expect(await news(stranger)).toHaveLength(1);
  });

  it('of one of us is shown in the window of whom it was sent to', async () => {
    const token = await open();
    await post('say', { token, lineId: newId(), text: 'I want a human' });
    const ticket = await ticketOf(token);
    const messageId = newId();
    await database.transaction(async (tx) => {
      const { id: sourceId } = await ensureSource(tx, 'ancora', 'ancora', 'Ancora');
      await keepAttachments(
        tx,
        [{ name: 'label.png', saidType: null, data: pixel }],
        {
          addedBy: null,
          sourceId,
          messageKey: `message:${messageId}`,
          sourceRecordId: null,
          customerId: null,
        },
        new Date(),
      );
      await holdLetter(
        tx,
        {
          channel: 'chat',
          purpose: 'reply',
          subjectType: 'Message',
          subjectId: messageId,
          customerId: ticket.customer_id,
          sourceRecordId: null,
          toAddress: ticket.source_key,
          toName: null,
          subject: 'Re',
          body: 'Print this',
          language: null,
          threadKey: ticket.id,
          answersExternalId: null,
          authorId: null,
          authorName: 'Tom',
        },
        new Date(),
      );
    });
    await carry();
    const last = (await news(token)).at(-1)!;
    expect(last).toMatchObject({ author: 'person', text: 'Print this', files: [{ name: 'label.png' }] });
    expect((await get(token, last.files[0]!.id)).status).toBe(200);
  });
});

describe('A survey in the chat', () => {
  it('is asked in the window after the bot has helped, answered with a thumb there, and why comes afterwards', async () => {
    const kept = await database.transaction((tx) =>
      saveSurvey(
        tx,
        systemActor(),
        null,
        {
          name: 'Chat',
          occasion: 'ticket-solved',
          channel: 'chat',
          instrument: 'csat',
          look: 'thumbs',
          delayMinutes: 0,
          isActive: true,
        },
        new Date(Date.now() - 60_000),
      ),
    );
    expect(kept.ok).toBe(true);
    const token = await open();
    await post('say', { token, lineId: newId(), text: 'Hello there' });
    const ticket = await ticketOf(token);
    await database.query(`UPDATE chat SET bot_answered = 1 WHERE 'chat:C' || number = $1`, [
      ticket.source_key,
    ]);
    await post('helped', { token, helped: true });
    await noticeOccasions(database, new Date());
    await askCustomers(database, new Date());
    await carry();
    const asked = (await news(token)).at(-1)!;
    expect(asked.text).toBe('How satisfied are you with the help you got?');
    expect(asked.question?.choices.map(({ value }) => value)).toEqual([1, 5]);

    const answered = await post<{ question: News['lines'][0]['question'] }>('answer', {
      token,
      lineId: asked.id,
      value: 5,
    });
    expect(answered.body.question).toMatchObject({ value: 5, comment: null });
    await post('answer', { token, lineId: asked.id, value: 5, comment: 'Quick!' });
    expect((await news(token)).at(-1)?.question).toMatchObject({ value: 5, comment: 'Quick!' });
    expect(
      await database.query('SELECT channel, value, subject_id FROM survey_answer WHERE customer_id = $1', [
        ticket.customer_id,
      ]),
    ).toEqual([{ channel: 'chat', value: 5, subject_id: ticket.id }]);
    expect((await post('answer', { token, lineId: asked.id, value: 9 })).status).toBe(422);
    expect((await post('answer', { token: stranger, lineId: asked.id, value: 1 })).status).toBe(404);
  });
});
