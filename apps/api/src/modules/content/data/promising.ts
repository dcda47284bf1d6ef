import type { Db } from '#platform/database';

/** Published content that speaks of a product before it is bought, with who answers for it and what it makes people expect. */
export interface PromisingContent {
  id: string;
  title: string;
  product: string;
  ownerId: string | null;
  ownerName: string | null;
  claims: string[];
}

/**
 * The content that made people expect something of these products: published, with claims, and given before the purchase. When too many were
 * let down, its owner gets the task.
 */
export const contentThatPromises = (db: Db, products: readonly string[]): Promise<PromisingContent[]> =>
  db.named<PromisingContent>(
    'content-that-promises',
    `SELECT i.id, i.product, i.owner_id AS "ownerId", i.owner_name AS "ownerName", v.claims,
            (SELECT t.title FROM content_variant t WHERE t.item_id = i.id AND t.version = v.version
              ORDER BY t.language = 'en' DESC, t.language LIMIT 1) AS title
       FROM content_item i JOIN content_version v ON v.item_id = i.id AND v.version = i.published_version
      WHERE lower(i.product) IN (SELECT lower(name) FROM unnest($1::text[]) name) AND i.archived_at IS NULL AND v.claims <> '{}'
        AND EXISTS (SELECT FROM content_placement p WHERE p.item_id = i.id AND p.removed_at IS NULL AND p.stage IN ('need', 'research', 'choice'))
      ORDER BY i.product, i.id`,
    [products],
  );
