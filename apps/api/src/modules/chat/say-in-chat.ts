import type { GivenFile } from '#modules/attachments';
import { type KnowledgeAnswer, neighbours, type Signal } from '#modules/house';
import type { Subjects } from '#modules/intake';
import type { Tx } from '#platform/database';
import { linesAfter, lockChat } from './data/chats.ts';
import { botTurn } from './domain/bot.ts';
import { botWords } from './domain/bot-words.ts';
import type { Chat, ChatLine } from './domain/chat.ts';
import { type DrivenAnswer } from './domain/driven-answer.ts';
import { briefing, signalOfChat, signalOfLine, ticketNote } from './domain/signals-of-chat.ts';
import { type NewLine, placeLines, settleTalk } from './talk.ts';

/** What the published articles of all subjects have to say to a question, the closest first. */
export async function lookUp(
  tx: Tx,
  question: string,
  chat: Pick<Chat, 'language'>,
): Promise<KnowledgeAnswer[]> {
  const found: KnowledgeAnswer[] = [];
  // Whoever cannot answer must not keep the visitor from being heard: then a person comes.
  for (const { knowledge } of neighbours())
    if (knowledge)
      found.push(...(await tx.attempt(() => knowledge(tx, question, chat.language, 3)).catch(() => [])));
  return found.sort((one, other) => other.closeness - one.closeness);
}

/** A visitor says something; while no person is there, the bot answers or fetches one. Saying the same line twice says it once. */
export async function sayInChat(
  tx: Tx,
  subjects: Subjects,
  chatId: string,
  said: { lineId: string; text: string; driven?: DrivenAnswer | null },
  now: Date,
): Promise<void> {
  const before = await lockChat(tx, { id: chatId });
  if (!before) return;
  const earlier = await linesAfter(tx, chatId, 0);
  if (earlier.some(({ id }) => id === said.lineId)) return;
  const isFirst = !earlier.some(({ author }) => author === 'visitor');
  const line: NewLine = {
    id: said.lineId,
    author: 'visitor',
    text: said.text,
    authorName: before.visitorName,
  };
  if (before.state === 'waiting' || before.state === 'with-person') {
    const lines = placeLines(before, earlier, [line], now);
    await settleTalk(
      tx,
      subjects,
      { ...before, lastAt: now },
      lines,
      lines.map((one) => signalOfLine(before, one)),
    );
    return;
  }
  // Who comes back after the end begins with the bot again.
  const turnsSoFar = before.state === 'ended' ? 0 : before.botTurns;
  const turn = botTurn(
    said.text,
    before.language,
    await lookUp(tx, said.text, before),
    turnsSoFar,
    said.driven,
  );
  const chat: Chat = {
    ...before,
    state: turn.handOver ? 'waiting' : 'with-bot',
    botTurns: turnsSoFar + 1,
    botAnswered: before.botAnswered + (turn.answered ? 1 : 0),
    personAskedAt: turn.handOver ? now : before.personAskedAt,
    helped: null,
    lastAt: now,
  };
  const bot: NewLine[] = [{ author: 'bot', text: turn.text, sources: turn.sources }];
  if (turn.handOver && turn.answered) bot.push({ author: 'bot', text: botWords[chat.language].handOver });
  const lines = placeLines(chat, earlier, [line, ...bot], now);
  const moved = isFirst || chat.state !== before.state;
  const signals: Signal[] = [
    ...(moved ? [signalOfChat(chat, isFirst ? said.text : null, now)] : []),
    ...lines.map((one) => signalOfLine(chat, one)),
    ...(turn.handOver ? [noteFor(chat, [...earlier, ...lines], now)] : []),
  ];
  await settleTalk(tx, subjects, chat, lines, signals);
}

const noteFor = (chat: Chat, lines: readonly ChatLine[], now: Date): Signal =>
  ticketNote(chat, briefing(chat, lines), new Date(now.getTime() + 10));

/** A visitor shows us a file: a line of the chat, and a message that it hangs on. The bot says that it cannot look into it. */
export async function showInChat(
  tx: Tx,
  subjects: Subjects,
  chatId: string,
  shown: { lineId: string; file: GivenFile },
  now: Date,
): Promise<void> {
  const before = await lockChat(tx, { id: chatId });
  if (!before) return;
  const earlier = await linesAfter(tx, chatId, 0);
  if (earlier.some(({ id }) => id === shown.lineId)) return;
  const isFirst = !earlier.some(({ author }) => author === 'visitor');
  const withPeople = before.state === 'waiting' || before.state === 'with-person';
  const chat: Chat = withPeople
    ? { ...before, lastAt: now }
    : {
        ...before,
        state: 'with-bot',
        botTurns: before.state === 'ended' ? 1 : before.botTurns + 1,
        helped: null,
        lastAt: now,
      };
  const messageKey = `line:${shown.lineId}`;
  const text = `📎 ${shown.file.name ?? ''}`.trim();
  const said: NewLine[] = [
    { id: shown.lineId, author: 'visitor', authorName: before.visitorName, text, filesKey: messageKey },
    ...(withPeople ? [] : [{ author: 'bot' as const, text: botWords[chat.language].file }]),
  ];
  const lines = placeLines(chat, earlier, said, now);
  const signals = [
    ...(isFirst || chat.state !== before.state ? [signalOfChat(chat, isFirst ? text : null, now)] : []),
    ...lines.map((one) => signalOfLine(chat, one)),
  ];
  await settleTalk(tx, subjects, chat, lines, signals, { messageKey, file: shown.file });
}

/** A visitor asks for a person, and may say who they are. Asking again only adds what they say of themselves. */
export async function askForPerson(
  tx: Tx,
  subjects: Subjects,
  chatId: string,
  who: { name?: string | undefined; email?: string | undefined },
  now: Date,
): Promise<void> {
  const before = await lockChat(tx, { id: chatId });
  if (!before) return;
  const earlier = await linesAfter(tx, chatId, 0);
  const already = before.state === 'waiting' || before.state === 'with-person';
  const chat: Chat = {
    ...before,
    visitorName: who.name ?? before.visitorName,
    visitorEmail: who.email ?? before.visitorEmail,
    state: already ? before.state : 'waiting',
    personAskedAt: before.personAskedAt ?? now,
    lastAt: now,
  };
  const told = chat.visitorName !== before.visitorName || chat.visitorEmail !== before.visitorEmail;
  if (already && !told) return;
  const lines = already
    ? []
    : placeLines(chat, earlier, [{ author: 'bot', text: botWords[chat.language].handOver }], now);
  const question = earlier.find(({ author }) => author === 'visitor')?.text ?? null;
  await settleTalk(tx, subjects, chat, lines, [
    signalOfChat(chat, question ?? botWords[chat.language].unsure.split('?')[0]!, now),
    ...lines.map((one) => signalOfLine(chat, one)),
    noteFor(chat, earlier, now),
  ]);
}

/** A visitor says whether the bot's answer helped: if so the chat ends well, if not a person comes. */
export async function sayWhetherItHelped(
  tx: Tx,
  subjects: Subjects,
  chatId: string,
  helped: boolean,
  now: Date,
): Promise<void> {
  const before = await lockChat(tx, { id: chatId });
  if (before?.state !== 'with-bot' || before.botAnswered === 0) return;
  const earlier = await linesAfter(tx, chatId, 0);
  const chat: Chat = {
    ...before,
    helped,
    state: helped ? 'ended' : 'waiting',
    personAskedAt: helped ? before.personAskedAt : now,
    lastAt: now,
  };
  const say = botWords[chat.language];
  const lines = placeLines(chat, earlier, [{ author: 'bot', text: helped ? say.glad : say.handOver }], now);
  await settleTalk(tx, subjects, chat, lines, [
    signalOfChat(chat, null, now),
    ...lines.map((one) => signalOfLine(chat, one)),
    ...(helped ? [] : [noteFor(chat, [...earlier, ...lines], now)]),
  ]);
}
