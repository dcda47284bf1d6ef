import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { announceActivity } from './announce-activity.ts';
import { changeNoteBody, lockNote, markNoteRemoved } from './data/notes.ts';
import { mayChangeNote, mayReadNote, type Note, noteEntryKey, tellNote } from './domain/note.ts';
import { noteBody } from './domain/read-note-signal.ts';
import { type ActivityRefusal, noSuchNote, notYourNote, wordless } from './domain/refusals.ts';

/** Changes a note of the viewer's own. A note that the viewer may not read is answered like one that does not exist. */
async function changeNote(
  tx: Tx,
  viewer: Viewer,
  id: string,
  action: string,
  change: (note: Note) => Promise<Note>,
): Promise<Result<Note, ActivityRefusal>> {
  const note = isId(id) ? await lockNote(tx, id) : null;
  const reader = { userId: viewer.id, department: viewer.department };
  if (!note || !mayReadNote(note, reader)) return refuse(noSuchNote);
  if (!mayChangeNote(note, reader)) return refuse(note.deletedAt ? noSuchNote : notYourNote);
  const after = await change(note);
  await recordAudit(tx, viewer, {
    action,
    subjectType: 'Note',
    subjectId: id,
    customerId: note.customerId,
  });
  await announceActivity(tx, after, 'note', tellNote(after), noteEntryKey(after.sourceKey));
  return accept(after);
}

/** Puts other words in a note. */
export async function editNote(
  tx: Tx,
  viewer: Viewer,
  id: string,
  body: string,
): Promise<Result<Note, ActivityRefusal>> {
  const read = noteBody.safeParse({ text: body });
  if (!read.success) return refuse(wordless('body', 'A note needs words, at most 100,000 characters.'));
  return changeNote(tx, viewer, id, 'edit-note', async (note) => {
    await changeNoteBody(tx, id, read.data.text);
    return { ...note, body: read.data.text };
  });
}

/** Takes a note away; it waits to be restored. */
export const removeNote = (
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<Note, ActivityRefusal>> =>
  changeNote(tx, viewer, id, 'remove-note', async (note) => {
    await markNoteRemoved(tx, id, now);
    return { ...note, deletedAt: now };
  });

/** Puts a removed note back where it was. */
export const restoreNote = (tx: Tx, viewer: Viewer, id: string): Promise<Result<Note, ActivityRefusal>> =>
  changeNote(tx, viewer, id, 'restore-note', async (note) => {
    await markNoteRemoved(tx, id, null);
    return { ...note, deletedAt: null };
  });
