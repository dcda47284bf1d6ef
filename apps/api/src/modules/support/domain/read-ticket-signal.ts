import { z } from 'zod';
import { instant, maybeWord, word } from '#modules/house';

/** Where a ticket stands. */
export const ticketStatuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

/** How much a ticket presses. */
export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type TicketPriority = (typeof ticketPriorities)[number];

/** A cell of a table, with how tables of its kind write days and numbers. */
const writtenWord = z.strictObject({
  text: word(5_000),
  decimal: z.enum(['.', ',']),
  dateOrder: z.enum(['YMD', 'DMY', 'MDY']),
});

/** What can be said of one field. */
export const saidWord = z.union([
  word(5_000),
  z.number(),
  z.boolean(),
  z.array(word(200)).max(200),
  writtenWord,
]);
export type SaidWord = z.output<typeof saidWord>;

/** What a source says of fields that a house adds to its tickets: by key, or by a name that the field was given for it. */
export const saidFields = z
  .record(z.string().min(1).max(200), saidWord)
  .refine((said) => Object.keys(said).length <= 200);
export type SaidFields = z.output<typeof saidFields>;

/** What a source says of a ticket at `Signal.at`. A missing value says nothing. Words of a source: see `readTicketStatus`. */
export const ticketBody = z.strictObject({
  /** The number people say on the phone; the source's id when missing. */
  number: maybeWord(100),
  subject: maybeWord(500),
  description: maybeWord(100_000),
  status: z.enum(ticketStatuses).optional(),
  priority: z.enum(ticketPriorities).optional(),
  /** `question`, `incident`, `problem`, `task` … in the source's words. */
  type: maybeWord(100),
  /** How it came: `email`, `chat`, `phone`, `web` … */
  channel: maybeWord(60),
  assigneeName: maybeWord(200),
  teamName: maybeWord(200),
  tags: z.array(word(100)).max(200).optional(),
  /** `good`, `bad`, `1`–`5`, in the source's words. */
  satisfaction: maybeWord(60),
  /** Fields of one's own, by key or name: `{"serial-number": "A-17"}`. What no field is called is left aside. */
  fields: saidFields.optional(),
  openedAt: instant.optional(),
  solvedAt: instant.optional(),
});
export type TicketBody = z.output<typeof ticketBody>;
