/**
 * Channels: how words come in and go out. Each is an adapter: what comes in is told to the front door as signals, like what any other
 * system tells; what goes out is a letter of the outbox, carried by the carrier of its channel. Here: e-mail (IMAP in, SMTP out).
 */
import type { Manifest } from '#modules/house';
import { MailEntity } from './data/mail.entity.ts';
import { MailboxPlaceEntity } from './data/mailbox-place.entity.ts';

export { mailCarrier } from './mail-carrier.ts';
export { openPost, type Post } from './open-post.ts';
export { takeMail } from './take-mail.ts';
export { watchMailbox } from './watch-mailbox.ts';

export const channels: Manifest = {
  name: 'channels',
  entities: [MailEntity, MailboxPlaceEntity],
  follows: ['mail'],
};
