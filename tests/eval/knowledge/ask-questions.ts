import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../../apps/api/src/modules/house/index.ts';
import type { Database } from '../../../apps/api/src/platform/database/index.ts';

/** An article of ours in four languages: title and text. */
interface Article {
  key: string;
  texts: Record<string, [title: string, body: string]>;
}
/** A question, and the article that answers it; `null` when none of them does. */
interface Question {
  language: string;
  question: string;
  article: string | null;
}
const read = <Value>(name: string): Value =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const articles = read<Article[]>('articles.json');
const questions = read<Question[]>('questions.json');

/** How close an article must be to be an answer: as for the bot and the help centre. */
const leastCloseness = 0.4;

/** Publishes the articles. */
export async function publishArticles(database: Database): Promise<void> {
  for (const [place, { texts }] of articles.entries()) {
    const id = `00000000-0000-4000-8000-${String(place + 1).padStart(12, '0')}`;
    await database.query(
      `INSERT INTO content_item (id, kind, purpose, status, version, published_version, created_at, touched_at, observed_at)
       VALUES ($1, 'answer', 'service', 'published', 1, 1, now(), now(), now())`,
      [id],
    );
    await database.query(
      `INSERT INTO content_version (item_id, version, status, changed_at) VALUES ($1, 1, 'published', now())`,
      [id],
    );
    for (const [language, [title, body]] of Object.entries(texts))
      await database.query(
        'INSERT INTO content_variant (item_id, version, language, title, body) VALUES ($1, 1, $2, $3, $4)',
        [id, language, title, body],
      );
  }
}

/** How well questions are answered: `asked` that have an answer, how many found it first, among three, or something else first; and those without one that got one. */
export interface Tally {
  asked: number;
  first: number;
  amongThree: number;
  otherFirst: number;
  unanswerable: number;
  falselyAnswered: number;
}

const nothing = (): Tally => ({
  asked: 0,
  first: 0,
  amongThree: 0,
  otherFirst: 0,
  unanswerable: 0,
  falselyAnswered: 0,
});

/**
 * Asks all questions and counts, by language and by half: every second question was set aside while the figures were chosen
 * (`set aside`), the others were looked at (`looked at`).
 */
export async function askQuestions(database: Database, find: Knowledge): Promise<Record<string, Tally>> {
  const tallies: Record<string, Tally> = {};
  for (const [place, { language, question, article }] of questions.entries()) {
    const found = (await find(database, question, language, 3)).filter(
      ({ closeness }) => closeness >= leastCloseness,
    );
    const title = articles.find(({ key }) => key === article)?.texts[language]?.[0];
    for (const group of ['all', language, place % 2 === 0 ? 'looked at' : 'set aside']) {
      tallies[group] ??= nothing();
      const tally = tallies[group];
      if (!title) {
        tally.unanswerable += 1;
        if (found.length > 0) tally.falselyAnswered += 1;
        continue;
      }
      tally.asked += 1;
      if (found[0]?.title === title) tally.first += 1;
      else if (found[0]) tally.otherFirst += 1;
      if (found.some((one) => one.title === title)) tally.amongThree += 1;
    }
  }
  return tallies;
}
