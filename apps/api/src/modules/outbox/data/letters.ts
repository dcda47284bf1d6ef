import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Letter } from '../domain/letter.ts';
import { LetterEntity } from './letter.entity.ts';

const columns = columnsOf(LetterEntity, 'l');

/** Writes letters: new ones, or the state of those with the same id. */
export const putLetters = async (tx: Tx, letters: readonly Letter[]): Promise<void> => {
  await putRows(
    tx,
    LetterEntity,
    letters,
    `ON CONFLICT (id) DO UPDATE SET state = excluded.state, due_at = excluded.due_at, attempts = excluded.attempts, body = excluded.body,
       leased_until = excluded.leased_until, trouble = excluded.trouble, sent_at = excluded.sent_at, external_id = excluded.external_id,
       delivered_at = excluded.delivered_at, read_at = excluded.read_at`,
  );
};

/** The letter with this id, locked until the transaction ends. */
export async function lockLetter(tx: Tx, id: string): Promise<Letter | null> {
  const [letter] = await tx.named<Letter>(
    'letter-lock',
    `SELECT ${columns} FROM letter l WHERE l.id = $1 FOR UPDATE`,
    [id],
  );
  return letter ?? null;
}

/** Lets go of letters whose time of holding is over; answers with them. */
export const letGo = (tx: Tx, now: Date): Promise<Letter[]> =>
  tx.named<Letter>(
    'letters-let-go',
    `UPDATE letter l SET state = 'queued'
      WHERE l.id IN (SELECT id FROM letter WHERE state = 'held' AND due_at <= $1 ORDER BY due_at LIMIT 500 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now],
  );

/** Takes letters of these channels to be carried, and those whose carrier was never heard of again; nobody else gets them meanwhile. */
export const takeToCarry = (
  tx: Tx,
  channels: readonly string[],
  now: Date,
  leasedUntil: Date,
  atMost: number,
): Promise<Letter[]> =>
  tx.named<Letter>(
    'letters-take',
    `UPDATE letter l SET state = 'sending', attempts = l.attempts + 1, leased_until = $3
      WHERE l.id IN (SELECT id FROM letter
                      WHERE channel = ANY($1::text[]) AND (state = 'queued' AND due_at <= $2 OR state = 'sending' AND leased_until <= $2)
                      ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [channels, now, leasedUntil, atMost],
  );

/** The letters that carry out these things of ours (messages), in the order asked. */
export async function lettersBySubject(db: Db, subjectIds: readonly string[]): Promise<(Letter | null)[]> {
  const rows = await db.named<Letter>(
    'letters-by-subject',
    `SELECT ${columns} FROM letter l WHERE l.subject_id = ANY($1::uuid[])`,
    [subjectIds],
  );
  const found = new Map(rows.map((letter) => [letter.subjectId, letter]));
  return subjectIds.map((id) => found.get(id) ?? null);
}

/** The letter that the other side knows by one of these names (`Message-ID`), the newest first: what an answer belongs to. */
export async function letterByExternalId(db: Db, externalIds: readonly string[]): Promise<Letter | null> {
  const [letter] = await db.named<Letter>(
    'letter-by-external-id',
    `SELECT ${columns} FROM letter l WHERE l.external_id = ANY($1::text[]) ORDER BY l.sent_at DESC, l.id LIMIT 1`,
    [externalIds],
  );
  return letter ?? null;
}

/** The newest letter that went, or is about to go, to somebody by one way; `null` when we never wrote to them so. */
export async function newestLetterTo(db: Db, channel: string, toAddress: string): Promise<Letter | null> {
  const [letter] = await db.named<Letter>(
    'letter-newest-to',
    `SELECT ${columns} FROM letter l WHERE l.to_address = $2 AND l.channel = $1 AND l.state IN ('held', 'queued', 'sending', 'sent')
      ORDER BY l.created_at DESC, l.id DESC LIMIT 1`,
    [channel, toAddress],
  );
  return letter ?? null;
}

/** Letters that lie dead, the newest first, in the channels named. */
export const deadLetters = (db: Db, channels: readonly string[], first: number): Promise<Letter[]> =>
  db.named<Letter>(
    'letters-dead',
    `SELECT ${columns} FROM letter l WHERE l.state = 'failed' AND l.channel = ANY($1::text[]) ORDER BY l.due_at DESC, l.id LIMIT $2`,
    [channels, first],
  );

/** How many letters of each channel lie dead. */
export const countDeadLetters = (db: Db): Promise<{ channel: string; letters: number }[]> =>
  db.named(
    'letters-dead-count',
    `SELECT channel, count(*)::int AS letters FROM letter WHERE state = 'failed' GROUP BY channel`,
  );
