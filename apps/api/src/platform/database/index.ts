/** PostgreSQL: one pool, transactions with retries, set-based writes, live listening, migrations. */

export { copiedLines, copiedText, copyText } from '#kernel/copy-text';
export { addRows, type ColumnTypes, type WrittenColumn, writtenAs } from './add-rows.ts';
export { advisoryLocks } from './advisory-locks.ts';
export { copyIn, copyInBinary, copyOutPieces } from './copy-rows.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export type { Db, Tx } from './db.ts';
export { insertRows } from './insert-rows.ts';
export { JsonText } from './json-text.ts';
export { listOf } from './list-of.ts';
export { type Listener, listen } from './listen.ts';
export { lockRows } from './lock-rows.ts';
export { migrate } from './migrate.ts';
export { atOneMoment, type Moment } from './one-moment.ts';
export { openReading, type Reading, readAtMostMs, tookTooLong } from './open-reading.ts';
export { hasLostDatabase, isPassingTrouble } from './passing-trouble.ts';
export {
  newerReplaces,
  newerWins,
  type OwnerBefore,
  ownerBefore,
  putRows,
  whoHad,
} from './put-rows.ts';
export { saySurprise } from './say-surprise.ts';
export { columnsOf, type EntityClass, type Table, tableOf } from './table-of.ts';
export type { AskText } from './text-lines.ts';
export { write } from './write.ts';
