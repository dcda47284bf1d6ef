import type { Db, Tx } from '#platform/database';

/** Where the bytes of files are. Another one (a disk, a bucket) stands behind the same three verbs. */
export interface FileStore {
  /** Keeps bytes under their hash; the same twice are kept once. */
  keep(tx: Tx, sha256: string, data: Buffer, now: Date): Promise<void>;
  read(db: Db, sha256: string): Promise<Buffer | null>;
  /** Forgets bytes that nothing hangs on; answers with how many files. */
  sweep(tx: Tx, before: Date): Promise<number>;
}

/** Bytes in the database: one backup holds all, and a transaction that fails leaves nothing behind. */
export const databaseStore: FileStore = {
  async keep(tx, sha256, data, now) {
    await tx.named(
      'stored-file-keep',
      'INSERT INTO stored_file (sha256, bytes, stored_at, data) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO UPDATE SET stored_at = excluded.stored_at',
      [sha256, data.length, now, data],
    );
  },
  async read(db, sha256) {
    const [row] = await db.named<{ data: Buffer }>(
      'stored-file-read',
      'SELECT data FROM stored_file WHERE sha256 = $1',
      [sha256],
    );
    return row?.data ?? null;
  },
  async sweep(tx, before) {
    const rows = await tx.named(
      'stored-file-sweep',
      `DELETE FROM stored_file f WHERE f.stored_at < $1 AND NOT EXISTS (SELECT FROM attachment a WHERE a.sha256 = f.sha256) RETURNING f.sha256`,
      [before],
    );
    return rows.length;
  },
};
