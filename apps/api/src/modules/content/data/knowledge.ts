import type { Knowledge, KnowledgeAnswer } from '#modules/house';
import type { Db } from '#platform/database';
import { chatter } from '../domain/chatter.ts';

/** Kinds that answer questions of customers; the rest is for those who sell, or what others say of us. */
const answering = ['answer', 'guide', 'checklist'];

/** How PostgreSQL finds the stem of a word, by language. */
const stems: Record<string, string> = { en: 'english', it: 'italian', fr: 'french', ro: 'romanian' };
const stemsOf = (language: string) =>
  `(CASE ${language} ${Object.entries(stems)
    .map(([one, config]) => `WHEN '${one}' THEN '${config}'`)
    .join(' ')} ELSE 'simple' END)::regconfig`;

/** A word of a title, product or tag counts as so many of the text. */
const weightOfNames = 3;
/** How soon more of the same word says nothing new, and how much long articles are held back (`k1` and `b` of BM25). */
const saturation = 0.5;
const lengthMatters = 0.4;
/** What a word is worth that only begins like one of an article (“retourner”, “retours”), and how alike a mistyped one must be. */
const likenessOfFamilies = 0.8;
const leastLikeness = 0.45;
/** A word that no article has may be chatter. */
const worthOfUnknown = 0.5;
/** One word of several that an article only mentions is little evidence. */
const worthOfMention = 0.5;
/** How much it says that the question stands in the title as it is. */
const worthOfTitle = 0.15;
/** The gain of a word that stands in the title once, roughly: a question all of whose words do so is answered. */
const fullGain = (saturation + 1) * 0.85;

/**
 * Published articles that answer a question, by BM25 over stems of the article's own language: each word of the question counts by how few
 * articles have it, names more than text. A word that no article has is looked for by its trigrams, so that a slip of the keyboard finds
 * what it meant. How close an article is: which share of the question's weight it has. The figures are held by
 * `tests/eval/knowledge.ts`, on questions of our own.
 */
export const findKnowledge: Knowledge = (db, question, language, first) =>
  db.named<KnowledgeAnswer>(
    'content-knowledge',
    `WITH article AS MATERIALIZED (
       SELECT i.id, t.title, t.body,
              setweight(to_tsvector(${stemsOf('t.language')}, fold(concat_ws(' ', t.title, i.product, array_to_string(i.tags, ' ')))), 'A')
                || setweight(to_tsvector(${stemsOf('t.language')}, fold(t.body)), 'D') AS words
         FROM content_item i
         JOIN content_version v ON v.item_id = i.id AND v.version = i.published_version
         JOIN LATERAL (SELECT t.title, t.body, t.language FROM content_variant t
                        WHERE t.item_id = i.id AND t.version = v.version AND t.body IS NOT NULL AND t.language IN ($2, 'en')
                        ORDER BY t.language = $2 DESC LIMIT 1) t ON true
        WHERE i.status <> 'archived' AND i.kind = ANY($3::text[]) AND i.purpose <> 'offer'
          AND (v.valid_from IS NULL OR v.valid_from <= current_date) AND (v.valid_until IS NULL OR v.valid_until >= current_date)),
     posting AS MATERIALIZED (
       SELECT a.id, w.lexeme, 'A' = ANY(w.weights) AS named,
              (SELECT sum(CASE one WHEN 'A' THEN ${weightOfNames} ELSE 1 END) FROM unnest(w.weights) one)::float8 AS often
         FROM article a, unnest(a.words) w),
     measured AS (SELECT id, sum(often) AS length FROM posting GROUP BY id),
     usual AS (SELECT count(*)::float8 AS articles, avg(length) AS length FROM measured),
     lexicon AS MATERIALIZED (SELECT DISTINCT lexeme FROM posting),
     asked AS (SELECT DISTINCT word FROM unnest(tsvector_to_array(to_tsvector(${stemsOf('$2')}, fold($1)))) word
                WHERE word <> ALL(tsvector_to_array(to_tsvector(${stemsOf('$2')}, fold($5))))),
     meant AS MATERIALIZED (
       SELECT q.word, l.lexeme, CASE WHEN l.lexeme = q.word THEN 1 WHEN left(l.lexeme, 5) = left(q.word, 5) THEN ${likenessOfFamilies}
                                     ELSE similarity(l.lexeme, q.word) END AS likeness
         FROM asked q JOIN lexicon l ON l.lexeme = q.word
           OR length(q.word) >= 4 AND length(l.lexeme) >= 4 AND left(l.lexeme, 5) = left(q.word, 5)
           OR length(q.word) >= 5 AND similarity(l.lexeme, q.word) >= ${leastLikeness} AND NOT EXISTS (SELECT FROM lexicon e WHERE e.lexeme = q.word)),
     hit AS (
       SELECT p.id, m.word, bool_or(p.named) AS named,
              max(m.likeness * ${saturation + 1} * p.often / (p.often + ${saturation} * (1 - ${lengthMatters} + ${lengthMatters} * g.length / u.length))) AS gain
         FROM meant m JOIN posting p USING (lexeme) JOIN measured g USING (id) CROSS JOIN usual u GROUP BY p.id, m.word),
     weighed AS (
       SELECT q.word, ln(1 + (u.articles - coalesce(h.holders, 0) + 0.5) / (coalesce(h.holders, 0) + 0.5))
                        * CASE WHEN h.holders IS NULL THEN ${worthOfUnknown} ELSE 1 END AS rarity
         FROM asked q CROSS JOIN usual u LEFT JOIN (SELECT word, count(*) AS holders FROM hit GROUP BY word) h USING (word)),
     scored AS (
       SELECT a.id, a.title, a.body,
              sum(h.gain * w.rarity) / (SELECT sum(rarity) FROM weighed) / ${fullGain}
                * CASE WHEN $6::int >= 2 AND count(*) < 2 AND NOT bool_or(h.named) THEN ${worthOfMention} ELSE 1 END
                * (1 + ${worthOfTitle} * word_similarity(fold($1), fold(a.title))) AS score
         FROM hit h JOIN weighed w USING (word) JOIN article a USING (id) GROUP BY a.id, a.title, a.body)
     SELECT id, title, body, least(1, score)::float8 AS closeness FROM scored ORDER BY score DESC, title, id LIMIT $4`,
    [
      question.slice(0, 1_000),
      language,
      answering,
      first,
      chatter[language] ?? chatter.en,
      question.trim().split(/\s+/).length,
    ],
  );

/** A published article as the help centre shows it. */
export interface HelpArticle {
  id: string;
  title: string;
  body: string;
  /** In which language it is written: the reader's, else English. */
  language: string;
}

const published = (where: string, tail: string): string =>
  `SELECT i.id, t.title, t.body, t.language FROM content_item i
     JOIN content_version v ON v.item_id = i.id AND v.version = i.published_version
     JOIN LATERAL (SELECT t.title, t.body, t.language FROM content_variant t
                    WHERE t.item_id = i.id AND t.version = v.version AND t.body IS NOT NULL AND t.language IN ($1, 'en')
                    ORDER BY t.language = $1 DESC LIMIT 1) t ON true
    WHERE i.status <> 'archived' AND i.kind = ANY($2::text[]) AND i.purpose <> 'offer'
      AND (v.valid_from IS NULL OR v.valid_from <= current_date) AND (v.valid_until IS NULL OR v.valid_until >= current_date) ${where} ${tail}`;

/** Published articles in a reader's language or else in English, by title. */
export const publishedArticles = (db: Db, language: string, first: number): Promise<HelpArticle[]> =>
  db.named<HelpArticle>('content-articles', published('', 'ORDER BY t.title, i.id LIMIT $3'), [
    language,
    answering,
    first,
  ]);

/** One published article, or nothing: what is a draft, for colleagues or over is nobody's to read. */
export async function publishedArticle(db: Db, id: string, language: string): Promise<HelpArticle | null> {
  const [article] = await db.named<HelpArticle>('content-article', published('AND i.id = $3', ''), [
    language,
    answering,
    id,
  ]);
  return article ?? null;
}
