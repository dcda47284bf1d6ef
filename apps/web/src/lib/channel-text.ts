import type { MessageId, Say } from './intl/words.ts';

const known = ['email', 'chat', 'phone', 'sms', 'web', 'social', 'in-person'] as const;

/** The way somebody reached us, as it stands within a line; one that only a source knows, as the source writes it. */
export function channelText(channel: string, say: Say): string {
  const found = known.find((each) => each === channel);
  return found ? say(`lib.channel.${found}` satisfies MessageId) : channel;
}
