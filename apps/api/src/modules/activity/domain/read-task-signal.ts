import { z } from 'zod';
import { calendarDay, instant, maybeWord } from '#modules/house';

/** What a source says of a task at `Signal.at`. A missing value says nothing. */
export const taskBody = z.strictObject({
  title: maybeWord(500),
  detail: maybeWord(20_000),
  dueOn: calendarDay.optional(),
  /** When it was done; missing while it waits. */
  doneAt: instant.optional(),
  assigneeName: maybeWord(200),
  createdAt: instant.optional(),
});
export type TaskBody = z.output<typeof taskBody>;
