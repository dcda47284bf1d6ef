import type { MessageId, Say } from '#lib/intl/words.ts';

/** What every figure of the page is asked with. */
export interface Asked {
  from?: string;
  channels?: string[];
}

const channels = ['chat', 'email', 'phone', 'voice', 'web', 'other'] as const;

/** A channel in the reader's language; one that only a source knows, as the source writes it. */
export function channelText(channel: string | null, say: Say): string {
  const found = channels.find((each) => each === channel);
  return found ? say(`insights.channel.${found}` satisfies MessageId) : (channel ?? say('ui.unknown'));
}
