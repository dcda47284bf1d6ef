import type { Department, Telling } from '#modules/house';
import type { Hung } from '#modules/sources';

/** What somebody wrote down about a customer. */
export interface Note extends Hung {
  body: string;
  /** Whose note it is. */
  department: Department | null;
  /** Whether only that department and the author may read it. */
  forDepartmentOnly: boolean;
  authorId: string | null;
  authorName: string | null;
  at: Date;
  /** Removed notes wait here to be restored. */
  deletedAt: Date | null;
}

/** Who looks at notes. */
export interface NoteReader {
  userId: string | null;
  department: string | null;
}

/** Whether somebody may read a note: everybody, unless it is for one department; then that department and the author. */
export const mayReadNote = (note: Note, reader: NoteReader): boolean =>
  !note.forDepartmentOnly ||
  (note.department !== null && note.department === reader.department) ||
  (note.authorId !== null && note.authorId === reader.userId);

/** Whether somebody may change or remove a note: who wrote it in Ancora. */
export const mayChangeNote = (note: Note, reader: NoteReader): boolean =>
  note.authorId !== null && note.authorId === reader.userId;

/** The key of a note's line on the timeline. */
export const noteEntryKey = (sourceKey: string): string => `note ${sourceKey}`;

/** What the timeline says of a note. One that is for a department only is not told: everybody reads the timeline. */
export function tellNote(note: Note): Telling {
  if (note.forDepartmentOnly || note.deletedAt) return { entries: [], facts: [] };
  return {
    entries: [
      {
        entryKey: noteEntryKey(note.sourceKey),
        at: note.at,
        department: note.department ?? 'sales',
        kind: 'note-added',
        title: `Note: ${note.body}`,
        subjectType: 'Note',
        subjectId: note.id,
        ...(note.authorName ? { actorName: note.authorName } : {}),
      },
    ],
    facts: [],
  };
}
