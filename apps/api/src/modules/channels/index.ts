/**
 * Channels: how words come in and go out. Each is an adapter: what comes in is told to the front door as signals, like what any other
 * system tells; what goes out is a letter of the outbox, carried by the carrier of its channel. E-mail (IMAP in, SMTP out), and
 * channels that people add: SMS, WhatsApp, telephone, pages of Meta, systems of their own.
 */
import type { Manifest } from '#modules/house';
import { ChannelEntity } from './data/channel.entity.ts';
import { ChannelEventEntity } from './data/channel-event.entity.ts';
import { ChannelWishEntity } from './data/channel-wish.entity.ts';
import { channelsById } from './data/channels.ts';
import { ConversationEntity } from './data/conversation.entity.ts';
import { MailEntity } from './data/mail.entity.ts';
import { MailboxPlaceEntity } from './data/mailbox-place.entity.ts';
import { preferredReadings } from './data/preferred-reading.ts';
import { findWays } from './find-ways.ts';
import { ChannelsResolver } from './graph/channels.resolver.ts';
import { HeardConsentResolver } from './graph/heard-consent.resolver.ts';
import { CustomerPreferredChannelResolver } from './graph/preferred-channel.resolver.ts';
import { keepFilesJob } from './keep-files.ts';

export { channelRoutes } from './channel-routes.ts';
export { mailCarrier } from './mail-carrier.ts';
export { openPost, type Post } from './open-post.ts';
export { answeringChannels, providerCarriers, reviewWay } from './provider-carrier.ts';
export { removeChannel, saveChannel } from './save-channel.ts';
export { type ChannelGround, layChannelGround } from './secrets.ts';
export { takeMail } from './take-mail.ts';
export { watchMailbox } from './watch-mailbox.ts';

export const channels: Manifest = {
  name: 'channels',
  entities: [
    MailEntity,
    MailboxPlaceEntity,
    ChannelEntity,
    ConversationEntity,
    ChannelEventEntity,
    ChannelWishEntity,
  ],
  resolvers: [ChannelsResolver, CustomerPreferredChannelResolver, HeardConsentResolver],
  readings: preferredReadings,
  nodes: [{ typeName: 'Channel', batch: channelsById }],
  follows: ['mail', 'conversation', 'channel_event', 'channel_wish'],
  ownWords: ['channel_wish'],
  writingWays: findWays,
  jobs: [keepFilesJob],
};
