import type { Found } from '#modules/house';
import type { Db } from '#platform/database';
import type { SearchWords } from '../domain/search-words.ts';
import { conditionsOf, Values } from './conditions.ts';

/** How close a mailbox comes whose owner's name nobody knows, beside whoever is called what was typed. */
const namelessness = 0.96;

/** Customers whose names, mailboxes, phones or company hold what was typed, the closest first. */
export async function findCustomers(
  db: Db,
  text: string,
  { words, digits }: SearchWords,
  first: number,
): Promise<Found[]> {
  const values = new Values();
  const conditions = conditionsOf({ text }, values);
  const typed = values.add(digits ?? words.join(' '), 'text');
  const rows = await db.query<{ id: string; matched: string; closeness: number }>(
    `SELECT s.customer_id AS id, s.display_name AS matched,
       greatest(word_similarity(fold(${typed}), s.sort_name) * CASE WHEN strpos(s.sort_name, '@') > 0 AND strpos(${typed}, '@') = 0 THEN ${namelessness} ELSE 1 END,
         0.9 * word_similarity(fold(${typed}), w.search_text)) AS closeness
      FROM (SELECT s.customer_id, s.display_name, s.sort_name, s.last_interaction_at
              FROM customer_summary s WHERE ${conditions.join(' AND ')} LIMIT 500) s
      JOIN customer_words w ON w.customer_id = s.customer_id
     ORDER BY closeness DESC, s.last_interaction_at DESC NULLS LAST, s.sort_name, id LIMIT ${first}`,
    values.list,
  );
  return rows.map(({ id, matched, closeness }) => ({ typeName: 'Customer', id, matched, closeness }));
}

/** Companies whose name or domain holds what was typed, the closest first. */
export async function findCompanies(db: Db, { words }: SearchWords, first: number): Promise<Found[]> {
  const typed = words.join(' ');
  if (typed.length < 2) return [];
  const rows = await db.named<{ id: string; matched: string; closeness: number }>(
    'companies-find',
    `SELECT id, name AS matched, greatest(word_similarity(fold($1), sort_name), CASE WHEN domain = lower($1) THEN 1 ELSE 0 END) AS closeness
       FROM company
      WHERE sort_name LIKE '%' || fold($2) || '%' OR fold($1) <% sort_name OR domain = lower($1)
      ORDER BY closeness DESC, name, id LIMIT $3`,
    [typed, typed.replace(/[\\%_]/g, '\\$&'), first],
  );
  return rows.map(({ id, matched, closeness }) => ({
    typeName: 'Company',
    id,
    matched,
    closeness: closeness * 0.95,
  }));
}
