/** Channels somebody may wish for. */
export const wishedChannels = ['email', 'phone', 'sms', 'whatsapp', 'chat', 'messenger'] as const;

/** A word about the channel by which a customer wants to be written to; without a channel it takes an earlier word back. */
export interface ChannelWish {
  id: string;
  channel: string | null;
  /** Who of us wrote it down. */
  saidBy: string | null;
  at: Date;
  sourceRecordId: string;
  customerId: string;
}

/** The channel a customer prefers, and why we think so. */
export interface PreferredChannel {
  channel: string;
  /** `told`: they said so. `learned`: they use it most. */
  because: 'told' | 'learned';
  /** Of how many contacts that is learned, and the share of them; nothing for what was told. */
  contacts: number | null;
  share: number | null;
  saidBy: string | null;
  at: Date | null;
}

/** What counts: the newest word, unless it was taken back, else what they use most. */
export function preferredChannel(
  wish: Pick<ChannelWish, 'channel' | 'saidBy' | 'at'> | null,
  learned: { channel: string | null; share: number | null; contacts: number } | null,
): PreferredChannel | null {
  if (wish?.channel)
    return {
      channel: wish.channel,
      because: 'told',
      contacts: null,
      share: null,
      saidBy: wish.saidBy,
      at: wish.at,
    };
  return learned?.channel
    ? {
        channel: learned.channel,
        because: 'learned',
        contacts: learned.contacts,
        share: learned.share,
        saidBy: null,
        at: null,
      }
    : null;
}
