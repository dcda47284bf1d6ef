import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import {
  copiedLines,
  copiedText,
  copyIn,
  copyOutPieces,
  copyText,
  type Database,
  openDatabase,
  type Tx,
} from './index.ts';

describe('rows that are copied', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase({ url: fresh.appUrl, entities: [] });
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  const says = ['Ana\tBălan', 'two\nlines\r\n', 'a \\ and a \\n', '', '\\N', '💐 ț ß'];
  const copyAll = (tx: Tx) =>
    copyIn(
      tx,
      'match_value',
      ['of_column', 'mark', 'records', 'share', 'common'],
      says.map((_, n) => `9\t${n}\t1\t0.5\tf\n`),
    );

  it('come out as they went in, whatever signs are in them', async () => {
    const lines: string[] = [];
    await database.transaction(async (tx) => {
      const written = says.map((say, n) => `(${pg.escapeLiteral(say)}, ${n})`).join(', ');
      const sql = `SELECT v.text FROM (VALUES ${written}) AS v (text, n) ORDER BY v.n`;
      for await (const piece of copyOutPieces(tx, sql))
        for (const [text] of copiedLines(piece)) lines.push(copiedText(text!));
    });
    expect(lines).toEqual(says);
    expect(says.map((say) => copiedText(copyText(say)))).toEqual(says);
  });

  it('stand behind what was written before them without waiting, and go with their transaction', async () => {
    await expect(
      database.transaction(async (tx) => {
        tx.later(
          '',
          'INSERT INTO match_value (of_column, mark, records, share, common) VALUES (9, 100, 1, 0, false)',
        );
        await copyAll(tx);
        const [row] = await tx.query<{ count: number }>('SELECT count(*) FROM match_value');
        expect(row!.count).toBe(says.length + 1);
        throw new Error('never mind');
      }),
    ).rejects.toThrow('never mind');
    expect(await database.query('SELECT 1 FROM match_value')).toEqual([]);
  });

  it('say what is wrong with them, and leave the connection fit for the next', async () => {
    await expect(
      database.transaction((tx) => copyIn(tx, 'match_value', ['mark'], ['not a number\n'])),
    ).rejects.toThrow('invalid input syntax');
    await database.transaction(copyAll);
    expect((await database.query('SELECT 1 FROM match_value')).length).toBe(says.length);
  });

  it('are copied inside of a transaction only', async () => {
    await expect(copyAll(database as unknown as Tx)).rejects.toThrow('inside of a transaction');
  });
});
