import { describe, expect, it } from 'vitest';
import { asksForPerson, botTurn, firstWords, usualBot } from './bot.ts';
import { botWords } from './bot-words.ts';
import { type Chat, type ChatLine, chatLanguageOf, chatLanguages } from './chat.ts';
import { briefing, signalOfChat, visitorOf } from './signals-of-chat.ts';

const article = (closeness: number, body = 'Hold the button for five seconds.') => ({
  id: 'a1',
  title: 'Start again',
  body,
  closeness,
});
const chat: Chat = {
  id: 'c',
  number: 1001,
  tokenHash: 'h',
  language: 'en',
  visitorName: null,
  visitorEmail: null,
  page: 'https://shop.example/oven',
  state: 'with-bot',
  botTurns: 0,
  botAnswered: 0,
  openedAt: new Date('2026-03-02T09:00:00Z'),
  lastAt: new Date('2026-03-02T09:00:00Z'),
  personAskedAt: null,
  helped: null,
  sourceRecordId: null,
  customerId: null,
};

describe('The bot', () => {
  it.each([
    'Can I talk to a person?',
    'I want a human',
    'Vorrei parlare con una persona vera',
    'Je veux parler à un conseiller',
    'Vreau să vorbesc cu un om real',
    'let me speak with someone',
  ])('fetches a person at once when asked: “%s”', (text) => {
    expect(asksForPerson(text)).toBe(true);
    expect(botTurn(text, 'en', [article(1)], 0)).toMatchObject({ handOver: 'asked', answered: false });
  });

  it.each([
    'My oven does not start',
    'Il forno non parte',
    'Le four ne démarre pas',
    'Cuptorul nu pornește',
    'the personal data form',
  ])('takes an ordinary question for one: “%s”', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });

  it('says what stands in the closest article, and names it', () => {
    expect(botTurn('It does not start', 'en', [article(0.6)], 0)).toEqual({
      text: 'Hold the button for five seconds.\n\nDid that help?',
      sources: [{ id: 'a1', title: 'Start again' }],
      answered: true,
      handOver: null,
    });
  });

  it('invents nothing: without an article that is close enough it says so', () => {
    expect(botTurn('What is love?', 'en', [article(0.1)], 0)).toMatchObject({
      text: botWords.en.unsure,
      sources: [],
      answered: false,
    });
  });

  it('never lets anybody go round in circles: after a few turns a person comes by itself', () => {
    const turns = Array.from(
      { length: usualBot.turnsAtMost },
      (_, turn) => botTurn('?', 'it', [], turn).handOver,
    );
    expect(turns).toEqual([null, null, null, 'too-many-turns']);
  });

  it('speaks every language of the house, and English with the rest', () => {
    expect(chatLanguages.map((language) => new Set(Object.values(botWords[language])).size)).toEqual([
      6, 6, 6, 6,
    ]);
    expect(['fr-CA', 'RO', 'de', undefined].map(chatLanguageOf)).toEqual(['fr', 'ro', 'en', 'en']);
  });

  it('says an article without its marks', () => {
    expect(firstWords('**Held**: see [the map](https://x.example/m)\n- one\n- two', 90)).toBe(
      'Held: see the map (https://x.example/m)\n• one\n• two',
    );
  });

  it('ends an extract at a sentence, or at a word', () => {
    expect(firstWords('One sentence. Another one that is long.', 25)).toBe('One sentence.');
    expect(firstWords('Ohnepunktundkomma weiter und weiter', 25)).toBe('Ohnepunktundkomma weiter …');
  });
});

describe('What a chat tells the house', () => {
  it('asks nobody of us for anything while the bot talks, and opens when a person is wanted', () => {
    const at = new Date('2026-03-02T09:05:00Z');
    expect(signalOfChat(chat, 'My oven is cold', at).body).toMatchObject({
      subject: 'My oven is cold',
      status: 'hold',
      channel: 'chat',
    });
    expect(signalOfChat({ ...chat, state: 'waiting' }, null, at).body).toMatchObject({
      status: 'open',
      tags: ['bot', 'asks-for-person'],
    });
  });

  it('knows a visitor by their browser alone until they say who they are', () => {
    expect(visitorOf(chat)).toEqual({ key: 'visitor C1001', profile: { language: 'en' } });
    expect(visitorOf({ ...chat, visitorEmail: 'ana@x.example', visitorName: 'Ana' })).toMatchObject({
      emails: ['ana@x.example'],
      profile: { fullName: 'Ana' },
    });
  });

  it('tells whoever takes over what was asked and what was answered, so that nothing is asked twice', () => {
    const line = (author: ChatLine['author'], text: string, sources: ChatLine['sources'] = []): ChatLine => ({
      id: 'l',
      chatId: 'c',
      number: 1,
      at: chat.openedAt,
      author,
      authorName: null,
      text,
      sources,
      invitationId: null,
      filesKey: null,
    });
    expect(
      briefing({ ...chat, visitorName: 'Ana', visitorEmail: 'ana@x.example' }, [
        line('visitor', 'My oven is cold'),
        line('bot', 'Hold it', [{ id: 'a1', title: 'Start again' }]),
        line('visitor', 'Still cold'),
      ]),
    ).toBe(
      'Ana (ana@x.example) asks for a person · en · https://shop.example/oven\n\nAsked so far:\n• My oven is cold\n• Still cold\n\nThe bot gave: Start again',
    );
  });
});
