import type { Knowledge, KnowledgeAnswer } from '#modules/house';
import type { Db } from '#platform/database';
import { chatter } from '../domain/chatter.ts';

/** Kinds that answer questions of customers; the rest is for those who sell, or what others say of us. */
const answering = ['answer', 'guide', 'checklist'];

/** How PostgreSQL finds the stem of a word, by language. */
const stems: Record<string, string> = { en: 'english', it: 'italian', fr: 'french', ro: 'romanian' };

/** The families of the words of a text: stems that begin with the same five letters are one (“retourner”, “retours”). */
const families = (text: string) =>
  `ARRAY(SELECT DISTINCT left(word, 5) FROM unnest(tsvector_to_array(to_tsvector($2::regconfig, fold(${text})))) word)`;

/**
 * Published articles that answer a question. How close one is: the share of the question's words that it has, each word counting by how
 * few articles have it (inverse document frequency). A word of the title or a tag counts whole, one of the body for three fifths; one
 * that no article has may be chatter and counts half. Words
 * with which people talk about anything count nothing, and one word of several that an article only mentions is little evidence.
 */
export const findKnowledge: Knowledge = (db, question, language, first) =>
  db.named<KnowledgeAnswer>(
    'content-knowledge',
    `WITH article AS (
       SELECT i.id, t.title, t.body, ${families(`concat_ws(' ', t.title, i.product, array_to_string(i.tags, ' '))`)} AS named, ${families('t.body')} AS said
         FROM content_item i
         JOIN content_version v ON v.item_id = i.id AND v.version = i.published_version
         JOIN LATERAL (SELECT t.title, t.body FROM content_variant t
                        WHERE t.item_id = i.id AND t.version = v.version AND t.body IS NOT NULL AND t.language IN ($3, 'en')
                        ORDER BY t.language = $3 DESC LIMIT 1) t ON true
        WHERE i.status <> 'archived' AND i.kind = ANY($4::text[]) AND i.purpose <> 'offer'
          AND (v.valid_from IS NULL OR v.valid_from <= current_date) AND (v.valid_until IS NULL OR v.valid_until >= current_date)),
     counted AS (SELECT word, (SELECT count(*) FROM article WHERE word = ANY(named || said)) AS holders FROM unnest(${families('$1')}) word
                  WHERE word <> ALL(${families('$6')})),
     weighed AS (SELECT word, ln(1 + (SELECT count(*) FROM article) / (1.0 + holders)) * CASE holders WHEN 0 THEN 0.5 ELSE 1 END AS weight
                   FROM counted),
     scored AS (SELECT a.id, a.title, a.body,
                       sum(w.weight * CASE WHEN w.word = ANY(a.named) THEN 1 WHEN w.word = ANY(a.said) THEN 0.6 ELSE 0 END) / sum(w.weight)
                         * CASE WHEN count(*) >= 2 AND count(*) FILTER (WHERE w.word = ANY(a.named || a.said)) < 2
                                     AND NOT bool_or(w.word = ANY(a.named)) THEN 0.5 ELSE 1 END AS closeness
                  FROM article a CROSS JOIN weighed w GROUP BY a.id, a.title, a.body)
     SELECT id, title, body, closeness::float8 AS closeness FROM scored WHERE closeness > 0 ORDER BY scored.closeness DESC, title, id LIMIT $5`,
    [
      question.slice(0, 1_000),
      stems[language] ?? 'simple',
      language,
      answering,
      first,
      chatter[language] ?? chatter.en,
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
