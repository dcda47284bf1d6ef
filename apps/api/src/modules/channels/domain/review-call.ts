import type { Letter } from '#modules/outbox';
import type { Channel } from './channel.ts';
import { type ProviderCall, providerCall } from './provider-call.ts';

/** Providers that take an answer to what was said in front of others. */
export const answeringProviders = ['meta-page', 'webhook'] as const;

/**
 * An answer to a review in the provider's documented form: a comment below it (Meta: `/{id}/comments`, on Instagram `/{id}/replies`), or what a
 * system of one's own is posted: see `docs/channels.md`. `toAddress` is the review's key in its source. Or why it cannot be written, in a sentence.
 */
export function reviewCall(
  channel: Pick<Channel, 'provider' | 'address' | 'settings'>,
  letter: Pick<Letter, 'id' | 'toAddress' | 'toName' | 'body' | 'language' | 'threadKey'> & {
    subject: string;
  },
  way: Parameters<typeof providerCall>[2],
): ProviderCall | string {
  if (channel.provider === 'webhook') return providerCall(channel, letter, { ...way, type: 'review-answer' });
  const token = way.secret('accessToken');
  if (!token) return 'The access token is missing.';
  const api = way.api?.replace(/\/+$/, '');
  const comment = letter.toAddress.replace(/^mention /, '');
  const edge = letter.subject === 'Instagram' ? 'replies' : 'comments';
  return {
    url: `${api}/${encodeURIComponent(comment)}/${edge}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ message: letter.body }),
  };
}
