import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type KnowledgeAnswer, layNeighbours, type Manifest } from '#modules/house';
import { subjectsOf } from '#modules/intake';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { modules } from '../../app/modules.ts';
import { botWords } from './domain/bot-words.ts';
import {
  askForPerson,
  chatCarrier,
  endSilentChats,
  openChat,
  sayInChat,
  sayWhetherItHelped,
} from './index.ts';

let fresh: FreshDatabase;
let database: Database;
let articles: KnowledgeAnswer[] = [];
const library: Manifest = { name: 'library', knowledge: async () => articles };
const subjects = subjectsOf(modules);
beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours([
    ...modules.map((one) => ({ ...one, knowledge: undefined }) as unknown as Manifest),
    library,
  ]);
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap(({ entities }) => entities ?? []),
  });
});
afterAll(async () => {
  layNeighbours(modules);
  await database?.close();
  await fresh?.drop();
});
beforeEach(() => {
  articles = [{ id: 'a1', title: 'Start again', body: 'Hold the button for five seconds.', closeness: 0.8 }];
});

let minute = 0;
const now = () => new Date(Date.UTC(2026, 2, 2, 9, ++minute));
const begin = async () =>
  (
    await database.transaction((tx) =>
      openChat(tx, { language: 'en-GB', page: 'https://shop.example/' }, now()),
    )
  ).chat;
const say = (chatId: string, text: string, lineId = newId()) =>
  database.transaction((tx) => sayInChat(tx, subjects, chatId, { lineId, text }, now()));
const lines = (chatId: string) =>
  database.query<{ author: string; text: string }>(
    'SELECT author, text FROM chat_line WHERE chat_id = $1 ORDER BY number',
    [chatId],
  );
const ticketOf = async ({ number }: { number: number }) =>
  (
    await database.query<{
      id: string;
      status: string;
      subject: string;
      tags: string[];
      customer_id: string;
    }>('SELECT * FROM ticket WHERE source_key = $1', [`chat:C${number}`])
  )[0];
const messagesOf = (ticketId: string) =>
  database.query<{ author_kind: string; is_public: boolean; body: string }>(
    'SELECT author_kind, is_public, body FROM message WHERE ticket_id = $1 ORDER BY at, id',
    [ticketId],
  );

describe('A visitor of our web site', () => {
  it('is greeted, and nobody of us hears of them before they speak', async () => {
    const chat = await begin();
    expect(await lines(chat.id)).toEqual([{ author: 'bot', text: botWords.en.hello }]);
    expect(await ticketOf(chat)).toBeUndefined();
  });

  it('gets an answer out of an article, and while the bot talks no agent is asked for anything', async () => {
    const chat = await begin();
    await say(chat.id, 'It does not start');
    expect((await lines(chat.id)).at(-1)).toEqual({
      author: 'bot',
      text: 'Hold the button for five seconds.\n\nDid that help?',
    });
    const ticket = await ticketOf(chat);
    expect(ticket).toMatchObject({ status: 'hold', subject: 'It does not start' });
    expect((await messagesOf(ticket!.id)).map(({ author_kind }) => author_kind)).toEqual(['customer', 'bot']);
  });

  it('says a line once, however often the browser sends it', async () => {
    const chat = await begin();
    const lineId = newId();
    await Promise.all([
      say(chat.id, 'Hello?', lineId),
      say(chat.id, 'Hello?', lineId),
      say(chat.id, 'Hello?', lineId),
    ]);
    expect((await lines(chat.id)).filter(({ author }) => author === 'visitor')).toHaveLength(1);
  });

  it('who was helped ends the chat, and its ticket is solved', async () => {
    const chat = await begin();
    await say(chat.id, 'It does not start');
    await database.transaction((tx) => sayWhetherItHelped(tx, subjects, chat.id, true, now()));
    expect(await ticketOf(chat)).toMatchObject({ status: 'solved' });
    expect((await lines(chat.id)).at(-1)?.text).toBe(botWords.en.glad);
  });

  it('who asks for a person gets one who knows what was said, under their own name', async () => {
    const chat = await begin();
    await say(chat.id, 'It does not start');
    await database.transaction((tx) =>
      askForPerson(tx, subjects, chat.id, { name: 'Ana Popescu', email: 'ana@chat.example' }, now()),
    );
    const ticket = await ticketOf(chat);
    expect(ticket).toMatchObject({ status: 'open', tags: ['bot', 'asks-for-person'] });
    const note = (await messagesOf(ticket!.id)).find(({ is_public }) => !is_public);
    expect(note?.body).toContain('Ana Popescu (ana@chat.example) asks for a person');
    expect(note?.body).toContain('The bot gave: Start again');
    const [customer] = await database.query<{ display_name: string }>(
      'SELECT display_name FROM customer WHERE id = $1',
      [ticket!.customer_id],
    );
    expect(customer?.display_name).toBe('Ana Popescu');
    const [row] = await database.query('SELECT state, customer_id FROM chat WHERE id = $1', [chat.id]);
    expect(row).toEqual({ state: 'waiting', customer_id: ticket!.customer_id });

    // From now on the bot is silent.
    const before = (await lines(chat.id)).length;
    await say(chat.id, 'Are you there?');
    expect((await lines(chat.id)).slice(before)).toEqual([{ author: 'visitor', text: 'Are you there?' }]);
  });

  it('to whom the bot has nothing to say is not left alone with it', async () => {
    articles = [];
    const chat = await begin();
    for (const question of ['One?', 'Two?', 'Three?', 'Four?']) await say(chat.id, question);
    const [row] = await database.query<{ state: string }>('SELECT state FROM chat WHERE id = $1', [chat.id]);
    expect(row?.state).toBe('waiting');
    expect(await ticketOf(chat)).toMatchObject({ status: 'open' });
  });

  it('sees what one of us writes in the ticket, once', async () => {
    const chat = await begin();
    await say(chat.id, 'I want a human');
    const letter = {
      id: newId(),
      purpose: 'reply',
      toAddress: `chat:C${chat.number}`,
      body: 'Here I am.',
      authorName: 'Tom',
    } as unknown as Parameters<ReturnType<typeof chatCarrier>['carry']>[0];
    const carrier = chatCarrier(database, subjects);
    expect(await carrier.carry(letter)).toEqual({ outcome: 'sent', externalId: letter.id });
    expect(await carrier.carry(letter)).toEqual({ outcome: 'sent', externalId: letter.id });
    expect((await lines(chat.id)).filter(({ author }) => author === 'person')).toEqual([
      { author: 'person', text: 'Here I am.' },
    ]);
    expect(await carrier.carry({ ...letter, toAddress: 'chat:C999999' })).toMatchObject({
      outcome: 'failed',
    });
  });

  it('who left the bot a day ago leaves no ticket open', async () => {
    const chat = await begin();
    await say(chat.id, 'It does not start');
    const later = new Date(Date.UTC(2026, 2, 5));
    expect(await endSilentChats(database, subjects, later)).toBeGreaterThan(0);
    expect(await ticketOf(chat)).toMatchObject({ status: 'solved' });
    expect(await endSilentChats(database, subjects, later)).toBe(0);
  });
});
