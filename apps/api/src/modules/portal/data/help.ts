import type { Db, Tx } from '#platform/database';

/** Counts what somebody looked for and how much was found; who it was is not kept. */
export const countSearch = (
  db: Db,
  words: string,
  language: string,
  found: number,
  now: Date,
): Promise<unknown> =>
  db.named(
    'help-search-count',
    `INSERT INTO help_search (words, language, found, last_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (words, language) DO UPDATE SET times = help_search.times + 1, found = excluded.found, last_at = excluded.last_at`,
    [words, language, found, now],
  );

/** Something that was looked for and not found. */
export interface SearchGap {
  words: string;
  language: string;
  times: number;
  lastAt: Date;
}

/** What is looked for and not found, the most wanted first. */
export const searchGaps = (db: Db, first: number): Promise<SearchGap[]> =>
  db.named<SearchGap>(
    'help-gaps',
    `SELECT words, language, times, last_at AS "lastAt" FROM help_search WHERE found = 0 ORDER BY times DESC, last_at DESC, words LIMIT $1`,
    [first],
  );

/** Keeps what a reader says of an article, under this id. */
export function insertFeedback(
  tx: Tx,
  said: {
    id: string;
    itemId: string;
    language: string;
    isHelpful: boolean;
    comment: string | null;
    at: Date;
  },
): void {
  tx.later(
    'help-feedback-insert',
    'INSERT INTO help_feedback (id, item_id, language, is_helpful, comment, at) VALUES ($1, $2, $3, $4, $5, $6)',
    [said.id, said.itemId, said.language, said.isHelpful, said.comment, said.at],
  );
}

/** Adds what was missing to what a reader said of this article since then; once. */
export const addComment = (
  db: Db,
  said: { id: string; itemId: string; comment: string; since: Date },
): Promise<unknown> =>
  db.named(
    'help-feedback-comment',
    'UPDATE help_feedback SET comment = $3 WHERE id = $1 AND item_id = $2 AND comment IS NULL AND at > $4',
    [said.id, said.itemId, said.comment, said.since],
  );

/** What readers say of articles. */
export interface ArticleVoice {
  itemId: string;
  title: string | null;
  helpful: number;
  unhelpful: number;
  /** The newest words, at most five. */
  comments: string[];
}

/** What readers say of articles, those that help least first. */
export const articleVoices = (db: Db, first: number): Promise<ArticleVoice[]> =>
  db.named<ArticleVoice>(
    'help-voices',
    `SELECT said.*, (SELECT t.title FROM content_variant t JOIN content_item i ON i.id = t.item_id AND i.published_version = t.version
                     WHERE t.item_id = said."itemId" ORDER BY t.language = 'en' DESC, t.language LIMIT 1) AS title
       FROM (SELECT f.item_id AS "itemId", count(*) FILTER (WHERE f.is_helpful)::int AS helpful,
                    count(*) FILTER (WHERE NOT f.is_helpful)::int AS unhelpful,
                    coalesce((array_agg(f.comment ORDER BY f.at DESC) FILTER (WHERE f.comment IS NOT NULL))[1:5], '{}') AS comments
               FROM help_feedback f GROUP BY f.item_id) said
      ORDER BY unhelpful DESC, helpful, "itemId" LIMIT $1`,
    [first],
  );
