import type { Vocabulary } from '#modules/house';
import { supportFormats } from './domain/formats/index.ts';
import { messageBody } from './domain/read-message-signal.ts';
import { ticketBody } from './domain/read-ticket-signal.ts';

/** What support understands: tickets and their messages. */
export const supportVocabulary: Vocabulary = {
  formats: supportFormats,
  bodies: { ticket: ticketBody, message: messageBody },
};
