import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db } from '#platform/database';
import type { ContentFile } from '../domain/content-item.ts';
import { ContentFileEntity } from './content-file.entity.ts';

/** Keeps a file and its bytes. */
export const insertFile = (db: Db, file: ContentFile, data: Buffer): Promise<unknown> =>
  db.named(
    'content-file-insert',
    `INSERT INTO content_file (id, name, media_type, bytes, sha256, added_by, added_at, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [file.id, file.name, file.mediaType, file.bytes, file.sha256, file.addedBy, file.addedAt, data],
  );

/** Files by id, in the order asked, without their bytes. */
export async function filesById(db: Db, ids: readonly string[]): Promise<(ContentFile | null)[]> {
  const rows = await db.named<ContentFile>(
    'content-files-by-id',
    `SELECT ${columnsOf(ContentFileEntity, 'f')} FROM content_file f WHERE f.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** One file with its bytes. */
export async function fileWithBytes(db: Db, id: string): Promise<(ContentFile & { data: Buffer }) | null> {
  const [found] = await db.named<ContentFile & { data: Buffer }>(
    'content-file-bytes',
    `SELECT ${columnsOf(ContentFileEntity, 'f')}, f.data FROM content_file f WHERE f.id = $1`,
    [id],
  );
  return found ?? null;
}
