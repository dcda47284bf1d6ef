import { layEarlierSets } from '#modules/house';
import { lockEverybody } from '#modules/identity';
import type { Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import type { Subjects } from './domain/subjects.ts';
import { type FileRow, type RowResult, type RowsOf, receiveRows } from './take-rows.ts';

/**
 * Takes in sets of rows one after the other in one transaction, as long as `next` gives some. While PostgreSQL writes what follows from
 * one set, the program identifies the next, and the other way round, so that neither waits for the other; what follows from a set is
 * written after what follows from the one before it. When anything fails, everything is waited for and the first trouble thrown: the caller
 * takes all of it back.
 */
export async function takeSets(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  next: () => Promise<readonly FileRow[] | undefined>,
  of: RowsOf,
): Promise<RowResult[]> {
  // A small set before a large one would hold the gate with others and then want it for itself.
  await lockEverybody(tx);
  const all: RowResult[] = [];
  let finishing = Promise.resolve();
  let failed = false;
  layEarlierSets(tx, () => finishing);
  try {
    for (let rows = await next(); rows && !failed; rows = await next()) {
      const { results, finish } = await receiveRows(tx, subjects, source, rows, of);
      for (const result of results) all.push(result);
      finishing = finishing.then(finish);
      finishing.catch(() => {
        failed = true;
      });
    }
  } catch (error) {
    // None may go on asking in a transaction that is being taken back.
    await finishing;
    throw error;
  }
  await finishing;
  return all;
}
