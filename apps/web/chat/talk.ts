/** One thing that was said. */
export interface Line {
  id: string;
  number: number;
  at: string;
  author: 'visitor' | 'bot' | 'person';
  authorName: string | null;
  text: string;
  sources: { id: string; title: string }[];
  question: Question | null;
  files: ShownFile[];
}

/** A question of ours that is answered in the window. */
export interface Question {
  question: string;
  look: 'numbers' | 'faces' | 'thumbs';
  choices: { value: number; word: string }[];
  ends: [low: string, high: string];
  asksWhy: boolean;
  value: number | null;
  comment: string | null;
  isOpen: boolean;
}

/** A file that hangs in the chat. */
export interface ShownFile {
  id: string;
  name: string;
  bytes: number;
  isPicture: boolean;
}

/** How a customer is asked how they heard of us: its words, and what may be chosen. */
export interface HeardOfQuestion {
  ask: string;
  choose: string;
  ways: Record<string, string>;
  words: string;
  send: string;
  skip: string;
  thanks: string;
}

/** Where the chat stands. */
export interface News {
  state: 'with-bot' | 'waiting' | 'with-person' | 'ended';
  language: string;
  known: boolean;
  /** The question how they heard of us, once the conversation is over. */
  heardOf: HeardOfQuestion | null;
  lines: Line[];
}

/** The server answered, and not with what was asked for. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Refused: ${status}`);
    this.status = status;
  }
}

async function post<Value>(path: string, body: object, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(`/chat/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new Refused(response.status);
  return response.json() as Promise<Value>;
}

const place = 'ancora-chat';

/** The secret of this browser's chat; a browser that keeps nothing for frames forgets it with the page. */
let held: string | undefined;
export const token = {
  get(): string | undefined {
    try {
      return localStorage.getItem(place) ?? held;
    } catch {
      return held;
    }
  },
  set(value: string | undefined): void {
    held = value;
    try {
      if (value) localStorage.setItem(place, value);
      else localStorage.removeItem(place);
    } catch {
      // Kept for as long as the page is open.
    }
  },
};

/** Begins a chat. */
export async function open(): Promise<News> {
  const page =
    document.referrer && URL.canParse(document.referrer) ? document.referrer.slice(0, 500) : undefined;
  const told = await post<News & { token: string }>('open', {
    language: navigator.language,
    ...(page ? { page } : {}),
  });
  token.set(told.token);
  return told;
}

/** Waits for news after a line. */
export const listen = (after: number, signal?: AbortSignal): Promise<News> =>
  post('listen', { token: token.get(), after }, signal);

/** Says something; the same `lineId` says it once, however often it is sent. */
export const say = (lineId: string, text: string): Promise<unknown> =>
  post('say', { token: token.get(), lineId, text });

/** Asks for a person. */
export const askForPerson = (who: { name?: string; email?: string }): Promise<unknown> =>
  post('person', { token: token.get(), ...who });

/** Says whether the bot's answer helped. */
export const sayWhetherItHelped = (helped: boolean): Promise<unknown> =>
  post('helped', { token: token.get(), helped });

/** Says how they heard of us; without a way that they would rather not say. */
export const sayHeardOf = (way: string | null, words?: string): Promise<unknown> =>
  post('heard', { token: token.get(), way, ...(words ? { words } : {}) });

/** Answers a question of ours; once more changes the answer or adds why. */
export const answer = async (lineId: string, value: number, comment?: string): Promise<Question> =>
  (
    await post<{ question: Question }>('answer', {
      token: token.get(),
      lineId,
      value,
      ...(comment ? { comment } : {}),
    })
  ).question;

const withToken = () => ({ 'x-chat-token': token.get() ?? '' });

/** Shows us a file; the same `lineId` shows it once. */
export async function showFile(lineId: string, file: File): Promise<void> {
  const asked = new URLSearchParams({ line: lineId, name: file.name });
  const response = await fetch(`/chat/files?${asked}`, {
    method: 'POST',
    headers: { ...withToken(), 'x-file-type': file.type },
    body: file,
  });
  if (!response.ok) throw new Refused(response.status);
}

/** The bytes of a file that hangs in the chat: the secret goes in a header, so no address can be passed on. */
export async function fetchFile(id: string): Promise<Blob> {
  const response = await fetch(`/chat/files/${id}`, { headers: withToken() });
  if (!response.ok) throw new Refused(response.status);
  return response.blob();
}
