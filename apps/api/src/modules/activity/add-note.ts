import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Department } from '#modules/house';
import { stewardRecord } from '#modules/identity';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { announceActivity } from './announce-activity.ts';
import { putNotes } from './data/notes.ts';
import { type Note, noteEntryKey, tellNote } from './domain/note.ts';
import { noteBody } from './domain/read-note-signal.ts';
import { type ActivityRefusal, noSuchCustomer, wordless } from './domain/refusals.ts';

/** What a new note says. */
export interface NoteWish {
  customerId: string;
  body: string;
  forDepartmentOnly: boolean;
}

/** Writes a note on the customer's own record, in the name and department of the viewer. */
export async function addNote(
  tx: Tx,
  viewer: Viewer,
  wish: NoteWish,
  now: Date,
): Promise<Result<Note, ActivityRefusal>> {
  const read = noteBody.safeParse({ text: wish.body });
  if (!read.success) return refuse(wordless('body', 'A note needs words, at most 100,000 characters.'));
  const record = await stewardRecord(tx, wish.customerId);
  if (!record) return refuse(noSuchCustomer);
  const id = newId();
  const note: Note = {
    id,
    sourceKey: `note:${id}`,
    ...record,
    body: read.data.text,
    department: viewer.department as Department | null,
    forDepartmentOnly: wish.forDepartmentOnly,
    authorId: viewer.id,
    authorName: viewer.name,
    at: now,
    deletedAt: null,
    signalId: null,
  };
  await putNotes(tx, [note]);
  await recordAudit(tx, viewer, {
    action: 'add-note',
    subjectType: 'Note',
    subjectId: id,
    customerId: record.customerId,
  });
  await announceActivity(tx, note, 'note', tellNote(note), noteEntryKey(note.sourceKey));
  return accept(note);
}
