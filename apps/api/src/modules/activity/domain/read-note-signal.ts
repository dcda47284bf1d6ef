import { z } from 'zod';
import { departmentWord, maybeWord, word } from '#modules/house';

/** What a source says of a note; when it was written is `Signal.at`. */
export const noteBody = z.strictObject({
  text: word(100_000),
  /** Whose note it is. */
  department: departmentWord.optional(),
  /** Whether only that department may read it. */
  forDepartmentOnly: z.boolean().default(false),
  authorName: maybeWord(200),
});
export type NoteBody = z.output<typeof noteBody>;
