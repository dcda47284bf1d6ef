import { columnsOf, type Db } from '#platform/database';
import type { ContentItem } from '../domain/content-item.ts';
import { houseLanguages, type StaleReason, staleness } from '../domain/staleness.ts';
import { ContentItemEntity } from './content-item.entity.ts';

/** Which content, as the library can be asked. */
export interface LibraryFilter {
  text?: string | null | undefined;
  kinds?: readonly string[] | null | undefined;
  stages?: readonly string[] | null | undefined;
  departments?: readonly string[] | null | undefined;
  languages?: readonly string[] | null | undefined;
  statuses?: readonly string[] | null | undefined;
  isStale?: boolean | null | undefined;
  isMine?: boolean | null | undefined;
}

/** A line of the library. */
export interface LibraryLine extends ContentItem {
  title: string;
  languages: string[];
  missingLanguages: string[];
  stages: string[];
  validUntil: string | null;
  stale: StaleReason[];
  used: number;
  opened: number;
  worked: number;
  tried: number;
}

const languageList = `ARRAY[${houseLanguages.map((code) => `'${code}'`).join(', ')}]`;

/** Every line that may be shown, with all that filters look at. */
const lines = (words: string) => `
  SELECT i.*, t.title, l.languages, v.valid_until, p.stages, p.departments, coalesce(u.used, 0) AS used, coalesce(u.opened, 0) AS opened,
         coalesce(a.worked, 0) AS worked, coalesce(a.tried, 0) AS tried,
         (SELECT coalesce(array_agg(code ORDER BY nth), '{}') FROM unnest(${languageList}) WITH ORDINALITY AS wanted(code, nth)
           WHERE NOT code = ANY(l.languages)) AS missing_languages,
         CASE WHEN i.status = 'archived' THEN '{}'::text[] ELSE array_remove(ARRAY[
           CASE WHEN v.valid_until < current_date THEN 'expired' END,
           CASE WHEN v.valid_until BETWEEN current_date AND current_date + ${staleness.expiringDays} THEN 'expiring' END,
           CASE WHEN i.touched_at < now() - interval '${staleness.untouchedDays} days' THEN 'untouched' END,
           CASE WHEN NOT l.languages @> ${languageList} THEN 'language-missing' END], NULL) END AS stale
    FROM content_item i
    JOIN content_version v ON v.item_id = i.id AND v.version = coalesce(i.published_version, i.version)
    JOIN LATERAL (SELECT array_agg(t.language ORDER BY t.language) AS languages,
                         bool_or(t.title ILIKE ${words} OR t.body ILIKE ${words}) AS says
                    FROM content_variant t WHERE t.item_id = i.id AND t.version = v.version) l ON true
    JOIN LATERAL (SELECT t.title FROM content_variant t WHERE t.item_id = i.id AND t.version = v.version
                   ORDER BY t.language = $2 DESC, t.language = 'en' DESC, t.language LIMIT 1) t ON true
    LEFT JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT p.stage), '{}') AS stages, coalesce(array_agg(DISTINCT p.department), '{}') AS departments
                         FROM content_placement p WHERE p.item_id = i.id AND p.removed_at IS NULL) p ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS used, count(u.opened_at)::int AS opened FROM content_use u
                        WHERE u.item_id = i.id AND u.undone_at IS NULL) u ON true
    LEFT JOIN LATERAL (SELECT sum(a.successes)::int AS worked, sum(a.successes + a.failures)::int AS tried FROM content_arm a
                        WHERE a.item_id = i.id) a ON true
   WHERE (${words} IS NULL OR l.says OR i.product ILIKE ${words} OR i.owner_name ILIKE ${words}
          OR EXISTS (SELECT FROM unnest(i.tags) tag WHERE tag ILIKE ${words}))`;

/** The conditions of a filter, and its values after the words and the language. */
function conditionsOf(filter: LibraryFilter, readerId: string | null) {
  const values: unknown[] = [];
  const add = (value: unknown, type: string) => `$${values.push(value) + 2}::${type}`;
  const conditions: string[] = [];
  if (filter.kinds?.length) conditions.push(`x.kind = ANY(${add(filter.kinds, 'text[]')})`);
  if (filter.stages?.length) conditions.push(`x.stages && ${add(filter.stages, 'text[]')}`);
  if (filter.departments?.length) conditions.push(`x.departments && ${add(filter.departments, 'text[]')}`);
  if (filter.languages?.length) conditions.push(`x.languages && ${add(filter.languages, 'text[]')}`);
  conditions.push(
    filter.statuses?.length ? `x.status = ANY(${add(filter.statuses, 'text[]')})` : `x.status <> 'archived'`,
  );
  if (filter.isStale !== null && filter.isStale !== undefined)
    conditions.push(`(cardinality(x.stale) > 0) = ${add(filter.isStale, 'boolean')}`);
  if (filter.isMine) conditions.push(`x.owner_id = ${add(readerId, 'uuid')}`);
  return { where: conditions.join(' AND '), values };
}

const likeWords = (text: string | null | undefined): string | null =>
  text?.trim()
    ? `%${text
        .trim()
        .slice(0, 200)
        .replace(/[\\%_]/g, '\\$&')}%`
    : null;

/** Who asks, and in which language titles are shown where there is one. */
export interface LibraryReader {
  id: string | null;
  language: string;
}

/** A page of the library: what was touched last first. */
export async function libraryPage(
  db: Db,
  filter: LibraryFilter,
  reader: LibraryReader,
  first: number,
  after: readonly [touchedAt: string, id: string] | null,
): Promise<LibraryLine[]> {
  const { where, values } = conditionsOf(filter, reader.id);
  const past = after
    ? `AND (x.touched_at, x.id) < ($${values.length + 3}::timestamptz, $${values.length + 4}::uuid)`
    : '';
  return db.query<LibraryLine>(
    `SELECT ${columnsOf(ContentItemEntity, 'x')}, x.title, x.languages, x.missing_languages AS "missingLanguages", x.stages,
            x.valid_until AS "validUntil", x.stale, x.used, x.opened, x.worked, x.tried
       FROM (${lines('$1::text')}) x WHERE ${where} ${past} ORDER BY x.touched_at DESC, x.id DESC LIMIT ${first + 1}`,
    [likeWords(filter.text), reader.language, ...values, ...(after ?? [])],
  );
}

/** Lines of the library by id, in the order asked; `null` for what does not exist. */
export async function libraryLines(
  db: Db,
  keys: readonly { id: string; language: string }[],
): Promise<(LibraryLine | null)[]> {
  const rows = await db.named<LibraryLine>(
    'content-lines-by-id',
    `SELECT ${columnsOf(ContentItemEntity, 'x')}, x.title, x.languages, x.missing_languages AS "missingLanguages", x.stages,
            x.valid_until AS "validUntil", x.stale, x.used, x.opened, x.worked, x.tried
       FROM (${lines('$1::text')}) x WHERE x.id = ANY($3::uuid[])`,
    [null, keys[0]?.language ?? 'en', keys.map(({ id }) => id)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return keys.map(({ id }) => found.get(id) ?? null);
}

/** How many lines each value of each filter would leave, among those that fulfil the filter. */
export async function libraryFacets(
  db: Db,
  filter: LibraryFilter,
  reader: LibraryReader,
): Promise<{ facet: string; value: string; count: number }[]> {
  const { where, values } = conditionsOf(filter, reader.id);
  return db.query(
    `WITH found AS (SELECT x.* FROM (${lines('$1::text')}) x WHERE ${where})
     SELECT 'kind' AS facet, kind AS value, count(*)::int AS count FROM found GROUP BY 2
     UNION ALL SELECT 'status', status, count(*)::int FROM found GROUP BY 2
     UNION ALL SELECT 'stage', stage, count(*)::int FROM found, unnest(stages) stage GROUP BY 2
     UNION ALL SELECT 'department', department, count(*)::int FROM found, unnest(departments) department GROUP BY 2
     UNION ALL SELECT 'language', language, count(*)::int FROM found, unnest(languages) language GROUP BY 2
     UNION ALL SELECT 'stale', 'true', count(*)::int FROM found WHERE cardinality(stale) > 0
     UNION ALL SELECT 'all', 'all', count(*)::int FROM found
     ORDER BY 1, 3 DESC, 2`,
    [likeWords(filter.text), reader.language, ...values],
  );
}

/** How often content that is in use was tried in full, and how often somebody moved on after it. */
export const triedContent = (db: Db): Promise<{ id: string; worked: number; tried: number }[]> =>
  db.named(
    'content-tried',
    `SELECT i.id, sum(a.successes)::int AS worked, sum(a.successes + a.failures)::int AS tried
       FROM content_arm a JOIN content_item i ON i.id = a.item_id WHERE i.archived_at IS NULL
      GROUP BY i.id HAVING sum(a.successes + a.failures) > 0`,
  );
