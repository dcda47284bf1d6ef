import { z } from 'zod';
import { maybeWord, word } from '#modules/house';

/** Who wrote a message. */
export const authorKinds = ['customer', 'agent', 'bot'] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** What a source says of a message; when it was written is `Signal.at`. `Signal.person` is the customer of the ticket or missing. */
export const messageBody = z.strictObject({
  /** Subject key of its ticket in the same source; the ticket need not have arrived yet. */
  ticketKey: word(300),
  /** Missing where the source names the author by key only. */
  authorKind: z.enum(authorKinds).optional(),
  /** The author's id in the source (`user:377`): a customer if the source knows a person by that key, else one of us. */
  authorKey: maybeWord(300),
  authorName: maybeWord(200),
  /** False for notes among colleagues. */
  isPublic: z.boolean().default(true),
  /** Plain text. */
  text: word(200_000),
});
export type MessageBody = z.output<typeof messageBody>;
