import { newId } from '#kernel/id';
import {
  movedAmong,
  peopleOf,
  type Recorded,
  type Recorder,
  type SignalKind,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { untellEntries } from '#modules/timeline';
import { deleteNotes, putNotes } from './data/notes.ts';
import { type Note, noteEntryKey, tellNote } from './domain/note.ts';
import { type NoteBody, noteBody } from './domain/read-note-signal.ts';

const record: Recorder<NoteBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const notes = new Map<string, Note>();
  for (const item of items) {
    const [person] = peopleOf(item);
    if (!person) continue;
    const { body, subjectKey } = item.signal;
    const key = thingKey(item.sourceId, subjectKey);
    const before = notes.get(key);
    if (before && before.at > item.at) continue;
    notes.set(key, {
      id: newId(),
      sourceId: item.sourceId,
      sourceKey: subjectKey,
      ...person,
      body: body.text,
      department: body.department ?? before?.department ?? null,
      forDepartmentOnly: body.forDepartmentOnly,
      authorId: null,
      authorName: body.authorName ?? before?.authorName ?? null,
      at: item.at,
      deletedAt: null,
      signalId: item.signalId,
    });
  }
  const written = await putNotes(tx, [...notes.values()]);
  for (const { id, sourceId, sourceKey } of written) {
    const note = { ...notes.get(thingKey(sourceId, sourceKey))!, id };
    tellTo([note], note.signalId, tellNote(note), recorded);
  }
  // What was for everybody may be for one department now.
  const silent = written.flatMap(({ sourceId, sourceKey }) => {
    const note = notes.get(thingKey(sourceId, sourceKey))!;
    return note.forDepartmentOnly ? [note] : [];
  });
  const moved = movedAmong(written, notes, ({ sourceKey }) => ({
    keys: [noteEntryKey(sourceKey)],
    about: null,
  }));
  if (silent.length > 0)
    await untellEntries(
      tx,
      silent.map(({ sourceKey }) => noteEntryKey(sourceKey)),
      [...silent, ...moved.map(({ from }) => from)].map(({ sourceRecordId }) => sourceRecordId),
    );
  return { ...recorded, moved };
};

/** Somebody wrote something down about a customer. */
export const noteSignal: SignalKind<NoteBody> = {
  kind: 'note',
  description: 'What one of us wrote down about a customer.',
  schema: noteBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'note', subjectKeys);
    await deleteNotes(tx, sourceId, subjectKeys);
  },
};
