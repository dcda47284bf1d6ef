import type { IncomingMessage, ServerResponse } from 'node:http';
import secureJson from 'secure-json-parse';
import { z } from 'zod';
import { makeAllowance } from '#kernel/allowance';
import { isId } from '#kernel/id';
import { answerHeardOf } from '#modules/reviews';
import { answerInvitation, shownQuestion } from '#modules/surveys';
import { heardWays } from '#modules/voice';
import { isPassingTrouble, listen } from '#platform/database';
import { type Answer, type Route, readBody, sendJson, sendRefusal } from '#platform/http';
import { heardOfQuestion, isOver } from './asks-heard-of.ts';
import { type ChatDoor, type KnownVisitor } from './chat-door.ts';
import { chatFileRoutes } from './chat-files.ts';
import { chatByToken, linesAfter } from './data/chats.ts';
import type { Chat } from './domain/chat.ts';
import { driveAnswer } from './drive-answer.ts';
import { hashOfToken, openChat } from './open-chat.ts';
import { askForPerson, sayInChat, sayWhetherItHelped } from './say-in-chat.ts';
import { showLines } from './show-lines.ts';
import { chatBell } from './talk.ts';

/** The chat's addresses, and what rings for whoever listens. */
export interface ChatRoutes {
  routes: Route[];
  close(): Promise<void>;
}

const bodyBytes = 32 * 1024;
const listenMs = 25_000;

const trimmed = (most: number) => z.string().trim().min(1).max(most);
const shapes = {
  open: z.strictObject({
    language: z.string().max(35).optional(),
    page: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  }),
  say: z.strictObject({
    token: z.string(),
    lineId: z.string().refine(isId, 'must be a UUID'),
    text: trimmed(4_000),
  }),
  person: z.strictObject({
    token: z.string(),
    name: trimmed(120).optional(),
    email: z.email().max(254).optional(),
  }),
  answer: z.strictObject({
    token: z.string(),
    lineId: z.string().refine(isId, 'must be a UUID'),
    value: z.int().min(0).max(10),
    comment: trimmed(4_000).optional(),
  }),
  helped: z.strictObject({ token: z.string(), helped: z.boolean() }),
  heard: z.strictObject({
    token: z.string(),
    way: z.enum(heardWays).nullable(),
    words: trimmed(500).optional(),
  }),
  listen: z.strictObject({ token: z.string(), after: z.int().min(0) }),
};

const shownChat = ({ state, language, visitorName, visitorEmail }: Chat) => ({
  state,
  language,
  known: Boolean(visitorName ?? visitorEmail),
});

/**
 * Where the chat window talks with us: JSON posted to `/chat/…`. A visitor is whoever holds the secret of a chat, nobody else; each may
 * say thirty things a minute, and an address may begin ten chats a minute.
 */
export async function chatRoutes({ database, subjects, driver }: ChatDoor): Promise<ChatRoutes> {
  const waiting = new Set<() => void>();
  const bell = await listen(database.url, chatBell, () => {
    for (const wake of [...waiting]) wake();
  });
  const mayOpen = makeAllowance(10, 60_000);
  const maySay = makeAllowance(30, 60_000);
  const maySee = makeAllowance(120, 60_000);

  const post = <Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    answer: (body: z.output<Shape>, request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
  ): Route => ({
    method: 'POST',
    path,
    answer: (async (request, response) => {
      const read = shape.safeParse(parsed(await readBody(request, { bytes: bodyBytes })));
      if (!read.success) {
        const [issue] = read.error.issues;
        return sendRefusal(
          response,
          400,
          'BAD_USER_INPUT',
          `${issue?.path.join('.') || 'body'}: ${issue?.message}`,
        );
      }
      try {
        const value = await answer(read.data, request, response);
        if (!response.headersSent) sendJson(response, 200, value);
      } catch (error) {
        if (!isPassingTrouble(error)) throw error;
        response.setHeader('retry-after', '1');
        sendRefusal(response, 503, 'TRY_AGAIN', 'Please try again in a moment.');
      }
    }) satisfies Answer,
  });

  const known = async (token: string, response: ServerResponse): Promise<Chat | undefined> => {
    const chat = await chatByToken(database, hashOfToken(token));
    if (!chat) sendRefusal(response, 404, 'NOT_FOUND', 'There is no such chat.');
    return chat ?? undefined;
  };
  const within = (allowed: boolean, response: ServerResponse): boolean => {
    if (!allowed) {
      response.setHeader('retry-after', '30');
      sendRefusal(response, 429, 'THROTTLED', 'That was a lot at once; please wait a moment.');
    }
    return allowed;
  };
  const news = async (chat: Chat, after: number) => {
    const fresh = (await chatByToken(database, chat.tokenHash)) ?? chat;
    const lines = await linesAfter(database, chat.id, after);
    return {
      ...shownChat(fresh),
      heardOf: await heardOfQuestion(database, fresh),
      lines: await showLines(database, lines, new Date()),
    };
  };

  const routes: Route[] = [
    post('/chat/open', shapes.open, async (wish, request, response) => {
      if (!within(mayOpen(request.socket.remoteAddress ?? ''), response)) return;
      const { chat, token, lines } = await database.transaction((tx) => openChat(tx, wish, new Date()));
      return {
        token,
        ...shownChat(chat),
        heardOf: null,
        lines: await showLines(database, lines, new Date()),
      };
    }),
    post('/chat/say', shapes.say, async ({ token, lineId, text }, _request, response) => {
      const chat = await known(token, response);
      if (!chat || !within(maySay(chat.id), response)) return;
      // Asked before anything is locked: nobody else waits for a model.
      const driven = driver && (await driveAnswer(database, driver, chat, text));
      await database.transaction((tx) =>
        sayInChat(tx, subjects, chat.id, { lineId: lineId.toLowerCase(), text, driven }, new Date()),
      );
      return { said: true };
    }),
    post('/chat/person', shapes.person, async ({ token, name, email }, _request, response) => {
      const chat = await known(token, response);
      if (!chat || !within(maySay(chat.id), response)) return;
      await database.transaction((tx) =>
        askForPerson(tx, subjects, chat.id, { name, email: email?.toLowerCase() }, new Date()),
      );
      return { asked: true };
    }),
    post('/chat/helped', shapes.helped, async ({ token, helped }, _request, response) => {
      const chat = await known(token, response);
      if (!chat || !within(maySay(chat.id), response)) return;
      await database.transaction((tx) => sayWhetherItHelped(tx, subjects, chat.id, helped, new Date()));
      return { thanks: true };
    }),
    post('/chat/answer', shapes.answer, async ({ token, lineId, value, comment }, _request, response) => {
      const chat = await known(token, response);
      if (!chat || !within(maySay(chat.id), response)) return;
      const line = (await linesAfter(database, chat.id, 0)).find(({ id }) => id === lineId.toLowerCase());
      const { invitationId } = line ?? {};
      if (!invitationId) return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such question.');
      const said = { value, comment: comment ?? null };
      const outcome = await database.transaction((tx) =>
        answerInvitation(tx, invitationId, said, new Date()),
      );
      if (outcome.ok) return { question: shownQuestion(outcome.value, new Date()) };
      const { code, message } = outcome.refusal;
      sendRefusal(response, code === 'NOT_OPEN' ? 410 : 422, code, message);
    }),
    post('/chat/heard', shapes.heard, async ({ token, way, words }, _request, response) => {
      const chat = await known(token, response);
      if (!chat || !within(maySay(chat.id), response)) return;
      const { customerId } = chat;
      if (!customerId || !(await isOver(database, chat)))
        return sendRefusal(response, 404, 'NOT_FOUND', 'There is no such question.');
      await database.transaction((tx) => answerHeardOf(tx, customerId, 'chat', { way, words }, new Date()));
      return { thanks: true };
    }),
    // Waits until there is something new, at most 25 s: works through every proxy, and costs one connection.
    post('/chat/listen', shapes.listen, async ({ token, after }, _request, response) => {
      const chat = await known(token, response);
      if (!chat) return;
      const until = Date.now() + listenMs;
      for (;;) {
        let wake = () => {};
        const rung = new Promise<void>((resolve) => {
          wake = resolve;
        });
        waiting.add(wake);
        // The request is over as soon as it is read; whoever leaves closes the answer.
        response.once('close', wake);
        const timer = setTimeout(wake, Math.max(0, until - Date.now()));
        try {
          const told = await news(chat, after);
          if (told.lines.length > 0 || told.state !== chat.state || Date.now() >= until || response.destroyed)
            return told;
          await rung;
        } finally {
          clearTimeout(timer);
          waiting.delete(wake);
          response.off('close', wake);
        }
      }
    }),
  ];
  const visitor: KnownVisitor = async (request, response) => {
    const chat = await known(String(request.headers['x-chat-token'] ?? ''), response);
    const allowed = chat && (request.method === 'GET' ? maySee : maySay)(chat.id);
    return chat && within(allowed === true, response) ? chat : undefined;
  };
  routes.push(...chatFileRoutes({ database, subjects }, visitor));
  return {
    routes,
    async close() {
      for (const wake of [...waiting]) wake();
      await bell.close();
    },
  };
}

const parsed = (body: Buffer): unknown => {
  try {
    return secureJson.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
