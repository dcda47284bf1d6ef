import { inPieces } from '#kernel/batch';
import { accept, type Result, refuse } from '#kernel/result';
import { announce } from '#modules/changes';
import { live } from '#modules/experience';
import type { SignalKind } from '#modules/house';
import { forgetSignals, sayOfPlacesAgain } from '#modules/identity';
import { takeBack } from '#modules/journey';
import type { Tx } from '#platform/database';
import { filesByImport, lockImport, setStatus, updateFile } from './data/imports.ts';
import {
  deleteSignals,
  kindsOfImport,
  remainingSignals,
  signalsOfImport,
  subjectsOfImport,
} from './data/undone-signals.ts';
import { mayDo } from './domain/import.ts';
import type { Subjects } from './domain/subjects.ts';
import type { ImportRefusal } from './prepare-import.ts';
import { summariseSet } from './summarise-set.ts';
import { tellAgain } from './tell-again.ts';

const piece = 1_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Takes back everything an import did, as if it had not happened: each subject forgets the things it told of, identity forgets
 * what it said of people, and the signals of others about the same things and people are told again. One transaction, in
 * pieces: memory stays flat, and an undo that is killed has not begun.
 */
export async function undoImport(
  tx: Tx,
  subjects: Subjects,
  id: string,
): Promise<Result<string, ImportRefusal>> {
  const run = await lockImport(tx, id);
  if (!run) return refuse({ code: 'IMPORT_MISSING', message: 'There is no such import.' });
  if (!mayDo('undo', run.status))
    return refuse({
      code: 'NOT_NOW',
      message: `An import that is ${run.status.toLowerCase()} cannot be undone.`,
    });

  const remaining = await remainingSignals(tx, id);
  const touched = new Set<string>(await forgetThings(tx, subjects, id));
  const placesSaid: Parameters<typeof sayOfPlacesAgain>[1][number][] = [];
  for (
    let ids = await signalsOfImport(tx, id, beforeAll, piece);
    ids.length > 0;
    ids = await signalsOfImport(tx, id, ids.at(-1)!, piece)
  ) {
    const forgotten = await forgetSignals(tx, ids);
    for (const customerId of forgotten.customerIds) touched.add(customerId);
    placesSaid.push(...forgotten.placesSaid);
    await deleteSignals(tx, ids);
  }
  for (const ids of inPieces(remaining, piece))
    for (const customerId of await tellAgain(tx, subjects, ids)) touched.add(customerId);
  await sayOfPlacesAgain(tx, placesSaid);
  for (const ids of inPieces([...touched], piece)) {
    await live(tx, subjects.modules, ids);
    await summariseSet(tx, subjects, 'any', [], ids);
    await announce(tx, ids, ['import-undone']);
  }
  const [files] = await filesByImport(tx, [id]);
  for (const file of files ?? []) await updateFile(tx, { ...file, status: 'UNDONE' });
  await setStatus(tx, id, 'UNDONE');
  return accept(id);
}

/** Subjects forget in the reverse of the order in which they record. Answers with whom that concerns beside those whom signals name. */
async function forgetThings(tx: Tx, subjects: Subjects, importId: string): Promise<string[]> {
  const concerned: string[] = [];
  const brought = await kindsOfImport(tx, importId);
  for (const subject of [...subjects.kinds.values()].reverse()) {
    // A subject that keeps nothing of its own has still told the timeline and the journey.
    const forget: NonNullable<SignalKind['forget']> =
      subject.forget ??
      (async (on, sourceId, keys) => {
        await takeBack(on, sourceId, subject.kind, keys);
        return undefined;
      });
    for (const { sourceId } of brought.filter(({ kind }) => kind === subject.kind)) {
      let after = '';
      for (;;) {
        const keys = await subjectsOfImport(tx, importId, sourceId, subject.kind, after, piece);
        if (keys.length === 0) break;
        concerned.push(...((await forget(tx, sourceId, keys)) ?? []));
        after = keys.at(-1)!;
      }
    }
  }
  return concerned;
}
