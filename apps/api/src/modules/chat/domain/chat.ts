/** The languages in which the bot speaks; others are answered in English. */
export const chatLanguages = ['en', 'it', 'fr', 'ro'] as const;
export type ChatLanguage = (typeof chatLanguages)[number];

/** Who a visitor talks with: the bot, nobody yet though they asked for a person, a person, or nobody any more. */
export const chatStates = ['with-bot', 'waiting', 'with-person', 'ended'] as const;
export type ChatState = (typeof chatStates)[number];

/** A conversation on our web site. */
export interface Chat {
  id: string;
  /** Counts upwards; its ticket is called by it. */
  number: number;
  /** SHA-256 of the secret that the visitor's browser holds. */
  tokenHash: string;
  language: ChatLanguage;
  visitorName: string | null;
  visitorEmail: string | null;
  /** The address of the page on which they began. */
  page: string | null;
  state: ChatState;
  /** How often the bot spoke since the visitor last talked with a person. */
  botTurns: number;
  /** How often it had something to say. */
  botAnswered: number;
  openedAt: Date;
  lastAt: Date;
  personAskedAt: Date | null;
  /** What the visitor said of the bot's answer; `null` when they said nothing. */
  helped: boolean | null;
  sourceRecordId: string | null;
  customerId: string | null;
}

/** One thing that was said, as the visitor sees it. */
export interface ChatLine {
  id: string;
  chatId: string;
  /** From 1, without gaps: what the browser has seen is one number. */
  number: number;
  at: Date;
  author: 'visitor' | 'bot' | 'person';
  authorName: string | null;
  text: string;
  /** What the bot took its answer from. */
  sources: ChatSource[];
  /** The question of a survey that it asks. */
  invitationId: string | null;
  /** The message on which its files hang, as its source names it. */
  filesKey: string | null;
}

/** An article that an answer came from. */
export interface ChatSource {
  id: string;
  title: string;
}

/** The ticket of a chat, as signals name it. */
export const ticketKeyOf = ({ number }: Pick<Chat, 'number'>): string => `chat:C${number}`;

/** The language to speak with somebody whose browser says this (`fr-CA`). */
export function chatLanguageOf(told: string | undefined): ChatLanguage {
  const short = (told ?? '').slice(0, 2).toLowerCase();
  return chatLanguages.find((one) => one === short) ?? 'en';
}
