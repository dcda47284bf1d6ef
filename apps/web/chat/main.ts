import './chat.css';
import { clip } from './drawings.ts';
import { drawFile } from './files.ts';
import { drawHeardOf } from './heard-of.ts';
import { make } from './make.ts';
import { drawQuestion } from './question.ts';
import {
  answer,
  askForPerson,
  type HeardOfQuestion,
  type Line,
  listen,
  type News,
  open,
  Refused,
  say,
  sayWhetherItHelped,
  showFile,
  token,
} from './talk.ts';
import { type ChatWords, chatWords } from './words.ts';

const root = document.getElementById('chat')!;
const short = navigator.language.slice(0, 2).toLowerCase();
const language = chatWords[short] ? short : 'en';
const words: ChatWords = chatWords[language]!;
document.documentElement.lang = language;
document.title = words.title;

const shut = make(
  'button',
  { type: 'button', class: 'close', 'aria-label': words.close, title: words.close },
  '✕',
);
const status = make('p', { class: 'status', role: 'status' });
const list = make('ol', { class: 'lines', 'aria-live': 'polite', tabindex: '0', 'aria-label': words.title });
const trouble = make('p', { class: 'trouble', role: 'alert', hidden: '' });
const did = make(
  'div',
  { class: 'helped', hidden: '' },
  make('button', { type: 'button', 'data-helped': 'yes' }, words.yes),
  make('button', { type: 'button', 'data-helped': 'no' }, words.no),
);
const person = make('button', { type: 'button', class: 'person' }, words.person);
const input = make('textarea', {
  rows: '1',
  maxlength: '4000',
  'aria-label': words.placeholder,
  placeholder: words.placeholder,
});
const send = make('button', { type: 'submit', class: 'send' }, words.send);
const picker = make('input', {
  type: 'file',
  hidden: '',
  tabindex: '-1',
  accept: 'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.doc,.docx,.xls,.xlsx,.odt',
});
const attach = make(
  'button',
  { type: 'button', class: 'attach', 'aria-label': words.attach, title: words.attach },
  clip(),
);
const composer = make('form', { class: 'composer' }, attach, input, send);
const name = make('input', { autocomplete: 'name', maxlength: '120', id: 'name' });
const email = make('input', { type: 'email', autocomplete: 'email', maxlength: '254', id: 'email' });
const skip = make('button', { type: 'button' }, words.skip);
const reach = make(
  'form',
  { class: 'reach', hidden: '' },
  make('h2', {}, words.personTitle),
  make('label', { for: 'name' }, words.name),
  name,
  make('label', { for: 'email' }, words.email),
  email,
  make('div', { class: 'buttons' }, make('button', { type: 'submit', class: 'send' }, words.call), skip),
);
root.append(
  make('header', {}, make('h1', {}, words.title), shut),
  status,
  list,
  trouble,
  did,
  reach,
  make('footer', {}, composer, picker, person),
);
if (window.parent === window) shut.hidden = true;

/** A question of ours that was sent as its address: shown as a link with a name, and only when it leads to ourselves. */
function spoken(text: string): (Node | string)[] {
  return text
    .split(/(https?:\/\/\S+\/s\/[\w-]{43})/)
    .map((part, place) =>
      place % 2 === 1 && new URL(part).origin === location.origin
        ? make('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, words.answer)
        : part,
    );
}

const drawFiles = (files: Line['files']) =>
  files.map((file) => drawFile(file, words, language, () => complain(words.failed)));

let seen = 0;
let known = false;
/** The largest file that is taken. */
const bytesAtMost = 10 * 1024 * 1024;
const shown = new Set<string>();
const waitingToBeSent = new Map<string, string>();

type Drawn = Pick<Line, 'id' | 'author' | 'authorName' | 'text'> &
  Partial<Pick<Line, 'sources' | 'question' | 'files'>>;

function draw(line: Drawn, pending = false): void {
  const there = list.querySelector(`[data-id="${line.id}"]`);
  if (there) {
    if (pending || !there.hasAttribute('data-pending')) return;
    there.removeAttribute('data-pending');
    if (line.files?.length) {
      // Its name stands on the file itself.
      there.querySelector('p')?.remove();
      there.append(...drawFiles(line.files));
    }
    return;
  }
  shown.add(line.id);
  const who =
    line.author === 'visitor' ? words.you : line.author === 'bot' ? words.bot : (line.authorName ?? words.us);
  const item = make(
    'li',
    { 'data-id': line.id, 'data-author': line.author, ...(pending ? { 'data-pending': '' } : {}) },
    make('span', { class: 'who' }, who),
    ...(line.files?.length && line.author === 'visitor' ? [] : [make('p', {}, ...spoken(line.text))]),
    ...drawFiles(line.files ?? []),
  );
  if (line.question)
    item.append(drawQuestion(line.question, words, (value, comment) => answer(line.id, value, comment)));
  if (line.sources && line.sources.length > 0)
    item.append(
      make('p', { class: 'sources' }, `${words.from} ${line.sources.map(({ title }) => title).join(', ')}`),
    );
  list.append(item);
  list.scrollTop = list.scrollHeight;
}

function take(news: News): void {
  for (const line of news.lines) {
    waitingToBeSent.delete(line.id);
    draw(line);
    seen = Math.max(seen, line.number);
  }
  known = news.known;
  askHeardOf(news.heardOf);
  const last = news.lines.at(-1);
  if (last) did.hidden = !(news.state === 'with-bot' && last.author === 'bot' && last.sources.length > 0);
  if (news.state !== 'with-bot') did.hidden = true;
  status.textContent =
    news.state === 'waiting' ? words.waiting : news.state === 'with-person' ? words.withPerson : '';
  person.hidden = (news.state === 'waiting' || news.state === 'with-person') && known;
}

/** Asks once, when the conversation is over; whoever goes on writing is not held up by it. */
let heardOf: HTMLElement | undefined;
let hasAnswered = false;
function askHeardOf(question: HeardOfQuestion | null): void {
  if (hasAnswered) return;
  if (!question) {
    heardOf?.remove();
    heardOf = undefined;
  } else if (!heardOf) {
    heardOf = drawHeardOf(question, words.failed, () => {
      hasAnswered = true;
      input.focus();
    });
    list.after(heardOf);
    list.scrollTop = list.scrollHeight;
  }
}

function complain(text: string | undefined): void {
  trouble.hidden = !text;
  trouble.textContent = text ?? '';
}

async function sendWaiting(): Promise<void> {
  for (const [id, text] of waitingToBeSent) await say(id, text);
  complain(undefined);
}

async function speak(): Promise<void> {
  const text = input.value.trim();
  if (!text) return;
  const id = crypto.randomUUID();
  input.value = '';
  waitingToBeSent.set(id, text);
  draw({ id, author: 'visitor', authorName: null, text }, true);
  did.hidden = true;
  await sendWaiting().catch((error) => complain(error instanceof Refused ? words.failed : words.offline));
}

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  void speak();
});
input.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    void speak();
  }
});
/** Shows us a file; one that we do not take says why. */
async function give(file: File): Promise<void> {
  const id = crypto.randomUUID();
  complain(undefined);
  if (file.size > bytesAtMost) return complain(words.tooLarge);
  draw({ id, author: 'visitor', authorName: null, text: file.name }, true);
  try {
    await showFile(id, file);
  } catch (error) {
    list.querySelector(`[data-id="${id}"]`)?.remove();
    const status = error instanceof Refused ? error.status : 0;
    complain(
      status === 415
        ? words.notTaken
        : status === 413
          ? words.tooLarge
          : status === 429
            ? words.tooMany
            : status
              ? words.failed
              : words.offline,
    );
  }
}
attach.addEventListener('click', () => picker.click());
picker.addEventListener('change', () => {
  const [file] = picker.files ?? [];
  picker.value = '';
  if (file) void give(file);
  input.focus();
});
input.addEventListener('paste', (event) => {
  const [file] = event.clipboardData?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void give(file);
});
list.addEventListener('dragover', (event) => event.preventDefault());
list.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void give(file);
});
did.addEventListener('click', (event) => {
  const said = (event.target as HTMLElement).dataset.helped;
  if (!said) return;
  did.hidden = true;
  void sayWhetherItHelped(said === 'yes').catch(() => complain(words.failed));
  input.focus();
});
person.addEventListener('click', () => {
  reach.hidden = false;
  name.focus();
});
const fetchPerson = (who: { name?: string; email?: string }) => {
  reach.hidden = true;
  void askForPerson(who).catch(() => complain(words.failed));
  input.focus();
};
reach.addEventListener('submit', (event) => {
  event.preventDefault();
  fetchPerson({
    ...(name.value.trim() ? { name: name.value.trim() } : {}),
    ...(email.value.trim() ? { email: email.value.trim() } : {}),
  });
});
skip.addEventListener('click', () => fetchPerson({}));
const leave = () => window.parent.postMessage('ancora-chat-close', '*');
shut.addEventListener('click', leave);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  if (reach.hidden) leave();
  else {
    reach.hidden = true;
    person.focus();
  }
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Listens for ever: a connection that breaks is made again, a chat that the server no longer knows is begun anew. */
async function follow(): Promise<void> {
  for (let failures = 0; ; ) {
    try {
      if (!token.get()) take(await open());
      if (waitingToBeSent.size > 0) await sendWaiting();
      take(await listen(seen));
      failures = 0;
      if (trouble.textContent === words.offline) complain(undefined);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) token.set(undefined);
      else if (!(error instanceof Refused && error.status === 503)) complain(words.offline);
      failures += 1;
      await pause(Math.min(1_000 * 2 ** failures, 30_000));
    }
  }
}
input.focus();
void follow();
