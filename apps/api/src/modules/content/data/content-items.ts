import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { ContentItem, ContentVariant, ContentVersion } from '../domain/content-item.ts';
import { ContentItemEntity } from './content-item.entity.ts';
import { ContentVariantEntity } from './content-variant.entity.ts';
import { ContentVersionEntity } from './content-version.entity.ts';

const itemColumns = columnsOf(ContentItemEntity, 'i');

/** Writes pieces of content: new ones, or another state of those with their id. */
export const putItems = (tx: Tx, items: readonly ContentItem[]): Promise<unknown> =>
  putRows(
    tx,
    ContentItemEntity,
    items,
    `ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, purpose = excluded.purpose, owner_id = excluded.owner_id,
       owner_name = excluded.owner_name, product = excluded.product, tags = excluded.tags, status = excluded.status,
       version = excluded.version, published_version = excluded.published_version, touched_at = excluded.touched_at,
       archived_at = excluded.archived_at, observed_at = excluded.observed_at`,
  );

/** Writes versions. A published one is never changed: the statement leaves it alone whatever it is asked. */
export const putVersions = (tx: Tx, versions: readonly ContentVersion[]): Promise<unknown> =>
  putRows(
    tx,
    ContentVersionEntity,
    versions,
    `ON CONFLICT (item_id, version) DO UPDATE SET status = excluded.status, claims = excluded.claims, valid_from = excluded.valid_from,
       valid_until = excluded.valid_until, written_by = excluded.written_by, written_by_name = excluded.written_by_name,
       decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name, decided_at = excluded.decided_at,
       remark = excluded.remark, changed_at = excluded.changed_at
     WHERE content_version.status <> 'published'`,
  );

/** Replaces the languages of versions that are not published. */
export async function putVariants(
  tx: Tx,
  of: readonly { itemId: string; version: number }[],
  variants: readonly ContentVariant[],
): Promise<void> {
  tx.later(
    'content-variants-clear',
    `DELETE FROM content_variant t USING unnest($1::uuid[], $2::int[]) AS said(item_id, version), content_version v
      WHERE (t.item_id, t.version) = (said.item_id, said.version) AND (v.item_id, v.version) = (said.item_id, said.version)
        AND v.status <> 'published'`,
    [of.map(({ itemId }) => itemId), of.map(({ version }) => version)],
  );
  await putRows(tx, ContentVariantEntity, variants, 'ON CONFLICT (item_id, version, language) DO NOTHING');
}

/** Throws a draft away that follows a published version. */
export const deleteVersion = (tx: Tx, itemId: string, version: number): void =>
  tx.later(
    'content-version-delete',
    `DELETE FROM content_version WHERE item_id = $1 AND version = $2 AND status <> 'published'`,
    [itemId, version],
  );

/** The piece of content with this id, locked until the transaction ends. */
export async function lockItem(tx: Tx, id: string): Promise<ContentItem | null> {
  const [item] = await tx.named<ContentItem>(
    'content-lock',
    `SELECT ${itemColumns} FROM content_item i WHERE i.id = $1 FOR UPDATE`,
    [id],
  );
  return item ?? null;
}

/** Those that a source told of, by its keys, locked. */
export const lockItemsBySource = (
  tx: Tx,
  sourceId: string,
  keys: readonly string[],
): Promise<ContentItem[]> =>
  tx.named<ContentItem>(
    'content-lock-by-source',
    `SELECT ${itemColumns} FROM content_item i WHERE i.source_id = $1 AND i.source_key = ANY($2::text[]) ORDER BY i.id FOR UPDATE`,
    [sourceId, keys],
  );

/** Pieces of content by id, in the order asked. */
export async function contentItemsById(db: Db, ids: readonly string[]): Promise<(ContentItem | null)[]> {
  const rows = await db.named<ContentItem>(
    'content-items-by-id',
    `SELECT ${itemColumns} FROM content_item i WHERE i.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** One version of one piece of content. */
export async function versionOf(db: Db, itemId: string, version: number): Promise<ContentVersion | null> {
  const [found] = await db.named<ContentVersion>(
    'content-version',
    `SELECT ${columnsOf(ContentVersionEntity, 'v')} FROM content_version v WHERE v.item_id = $1 AND v.version = $2`,
    [itemId, version],
  );
  return found ?? null;
}

/** All versions of each piece of content, the newest first. */
export async function versionsByItem(db: Db, itemIds: readonly string[]): Promise<ContentVersion[][]> {
  const rows = await db.named<ContentVersion & { place: number }>(
    'content-versions-by-item',
    `SELECT asked.place::int AS place, ${columnsOf(ContentVersionEntity, 'v')}
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place) JOIN content_version v ON v.item_id = asked.id
      ORDER BY asked.place, v.version DESC`,
    [itemIds],
  );
  return inPlaces(rows, itemIds.length);
}

/** A version in one of its languages, with the name of its file. */
export type ShownVariant = ContentVariant & {
  fileName: string | null;
  fileType: string | null;
  fileBytes: number | null;
};

/** The languages of versions, by language. */
export async function variantsByVersion(
  db: Db,
  keys: readonly { itemId: string; version: number }[],
): Promise<ShownVariant[][]> {
  const rows = await db.named<ShownVariant & { place: number }>(
    'content-variants-by-version',
    `SELECT asked.place::int AS place, ${columnsOf(ContentVariantEntity, 't')}, f.name AS "fileName", f.media_type AS "fileType",
            f.bytes AS "fileBytes"
       FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS asked(id, version, place)
       JOIN content_variant t ON (t.item_id, t.version) = (asked.id, asked.version) LEFT JOIN content_file f ON f.id = t.file_id
      ORDER BY asked.place, t.language`,
    [keys.map(({ itemId }) => itemId), keys.map(({ version }) => version)],
  );
  return inPlaces(rows, keys.length);
}

/** Takes back what an undone import told of; what people gave to customers meanwhile stays, archived. */
export async function forgetItems(tx: Tx, sourceId: string, keys: readonly string[]): Promise<void> {
  await tx.named(
    'content-forget',
    `DELETE FROM content_item i WHERE i.source_id = $1 AND i.source_key = ANY($2::text[])
        AND NOT EXISTS (SELECT FROM content_use u WHERE u.item_id = i.id)`,
    [sourceId, keys],
  );
  tx.later(
    'content-forget-used',
    `UPDATE content_item SET status = 'archived', archived_at = coalesce(archived_at, now())
      WHERE source_id = $1 AND source_key = ANY($2::text[])`,
    [sourceId, keys],
  );
}
