import type { ChannelRefusal } from './channel.ts';

/** Channels on which somebody may agree to marketing. Each by itself: agreeing to all at once is agreeing to none (GDPR recital 32). */
export const grantedChannels = ['email', 'phone', 'sms', 'post'] as const;

/** Channels on which somebody may say that they want no marketing; `any`: on none. */
export const withdrawnChannels = [...grantedChannels, 'any'] as const;

/** What somebody says that a customer agreed to. */
export interface ConsentClaim {
  channel: string;
  /** The text that they agreed to, word by word. */
  wording: string;
  /** The form, paper, page or recording where it stands. */
  place: string;
  at: Date;
}

/** Why a channel is none that marketing is asked for. */
export const noSuchMarketingChannel = (channel: string, among: readonly string[]): ChannelRefusal => ({
  code: 'BAD_CHANNEL',
  message: `“${channel.slice(0, 60)}” is none of ${among.join(', ')}.`,
  field: 'channel',
});

// Before it nobody asked for consent to marketing (directive 95/46/EC), so an earlier year is a slip of the keyboard.
const earliest = new Date('1995-01-01T00:00:00Z');

/** What is wrong with a claim that somebody agreed; `null` when it could be shown to an authority (GDPR art. 7.1). */
export function troubleOfClaim(
  { channel, wording, place, at }: ConsentClaim,
  now: Date,
): ChannelRefusal | null {
  const refusal = (code: ChannelRefusal['code'], message: string, field: string) => ({
    code,
    message,
    field,
  });
  if (!grantedChannels.some((one) => one === channel))
    return noSuchMarketingChannel(channel, grantedChannels);
  if (!wording.trim())
    return refusal('NO_PROOF', 'Without the words they agreed to it is no consent.', 'wording');
  if (wording.length > 2000) return refusal('TOO_LARGE', 'The words have at most 2000 letters.', 'wording');
  if (!place.trim())
    return refusal('NO_PROOF', 'Without the place where it can be found nobody can prove it.', 'place');
  if (place.length > 500) return refusal('TOO_LARGE', 'The place has at most 500 letters.', 'place');
  if (Number.isNaN(at.getTime()) || at > now || at < earliest)
    return refusal('NO_SUCH_DAY', 'They agreed on a day from 1995 until now.', 'at');
  return null;
}
