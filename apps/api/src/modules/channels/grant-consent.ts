import { type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { ChannelRefusal } from './domain/channel.ts';
import { type ConsentClaim, troubleOfClaim } from './domain/heard-consent.ts';
import { writeConsent } from './write-consent.ts';

/**
 * Writes down that a customer agreed to marketing on a channel, with the words they agreed to and the place where that can be
 * found: without either it is refused. What a source of ours or theirs withdrew elsewhere stays closed. Answers with the customer's id.
 */
export async function grantConsent(
  tx: Tx,
  viewer: Viewer,
  customerId: string,
  claim: ConsentClaim,
  now: Date,
): Promise<Result<string, ChannelRefusal>> {
  const trouble = troubleOfClaim(claim, now);
  if (trouble) return refuse(trouble);
  const { channel, wording, place, at } = claim;
  return writeConsent(tx, viewer, customerId, {
    channel,
    state: 'granted',
    at,
    wording: wording.trim(),
    place: place.trim(),
  });
}
