import type { KnowledgeAnswer } from '#modules/house';
import { botWords } from './bot-words.ts';
import type { ChatLanguage, ChatSource } from './chat.ts';
import type { DrivenAnswer } from './driven-answer.ts';

/** How the bot behaves. */
export interface BotSettings {
  /** After so many turns without a person it asks one to come by itself. */
  readonly turnsAtMost: number;
  /** An article that is less close than this to the question is no answer (0–1). */
  readonly leastCloseness: number;
  /** How much of an article it says; the rest is behind the link. */
  readonly charactersAtMost: number;
}

export const usualBot: BotSettings = { turnsAtMost: 4, leastCloseness: 0.4, charactersAtMost: 600 };

/** What the bot does: says something, or lets a person come. */
export interface BotTurn {
  text: string;
  sources: ChatSource[];
  /** Whether it had an answer. */
  answered: boolean;
  /** Why a person is asked to come, if so. */
  handOver: 'asked' | 'too-many-turns' | null;
}

/** Words by which people ask for somebody who is no machine, in the languages of the house. */
const forAPerson = new RegExp(
  [
    String.raw`\b(human|real person|an? agent|an? operator|somebody real|talk to (a|some)(one|body| person)?|speak (to|with) (a|some))`,
    String.raw`\b(persona vera|operatore|un umano|parlare con (una|un|qualcuno))`,
    String.raw`\b(un humain|une (vraie )?personne|un conseiller|un agent|parler [àa] (une|un|quelqu))`,
    String.raw`\b(om real|un operator|o persoan[ăa]|un agent|vorbesc cu (un|o|cineva))`,
  ].join('|'),
  'iu',
);

/** Whether somebody asks for a person. */
export const asksForPerson = (text: string): boolean => forAPerson.test(text);

/** The first paragraphs of an article, up to so many characters, ended at a sentence or a word. */
export function firstWords(body: string, atMost: number): string {
  const text = body
    .replace(/\r/g, '')
    // The window shows text: what is strong, a list or a link in an article is so in signs that people read.
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/^\s*[-*] /gm, '• ')
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text.length <= atMost) return text;
  const cut = text.slice(0, atMost);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n'), cut.lastIndexOf('\n\n'));
  return end > atMost / 3 ? cut.slice(0, end + 1).trim() : `${cut.slice(0, cut.lastIndexOf(' ')).trim()} …`;
}

/**
 * The bot's turn. It says only what stands in a published article, and names it; it has no words of its own about the matter, unless a
 * language model put passages into words that it names (`driven`). It
 * never holds anybody: who asks for a person gets one, and after a few turns it asks one to come by itself (claim C19).
 */
export function botTurn(
  question: string,
  language: ChatLanguage,
  found: readonly KnowledgeAnswer[],
  turnsSoFar: number,
  driven: DrivenAnswer | null = null,
  settings: BotSettings = usualBot,
): BotTurn {
  const say = botWords[language];
  if (asksForPerson(question)) return { text: say.handOver, sources: [], answered: false, handOver: 'asked' };
  if (driven)
    return {
      text: `${driven.text}\n\n${say.didThatHelp}`,
      sources: driven.sources,
      answered: true,
      handOver: turnsSoFar + 1 >= settings.turnsAtMost ? 'too-many-turns' : null,
    };
  const [best] = found.filter(({ closeness }) => closeness >= settings.leastCloseness);
  const last = turnsSoFar + 1 >= settings.turnsAtMost;
  if (!best)
    return last
      ? { text: say.handOver, sources: [], answered: false, handOver: 'too-many-turns' }
      : { text: say.unsure, sources: [], answered: false, handOver: null };
  return {
    text: `${firstWords(best.body, settings.charactersAtMost)}\n\n${say.didThatHelp}`,
    sources: [{ id: best.id, title: best.title }],
    answered: true,
    handOver: last ? 'too-many-turns' : null,
  };
}
