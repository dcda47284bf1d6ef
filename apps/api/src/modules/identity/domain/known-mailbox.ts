import type { GoldenChoice } from '#modules/customers';
import { readEmail } from './email.ts';
import { type Current, pointersOf } from './statement.ts';
import { bySurvivorship, choiceOf, mailsOf, type Witness } from './survivorship.ts';

/**
 * Where records that come to a customer say nothing but the one mailbox that is known of them, the golden record stays as it is but for who
 * said that mailbox last: that choice. `null` where anything else may be another now. `known` are the customer's records until now.
 */
export function mailboxSaidAgain(known: readonly Witness[], coming: readonly Witness[]): GoldenChoice | null {
  const written = new Set<string>();
  const addresses = new Set<string | undefined>();
  let since = '';
  for (const { current, createdAt } of known) {
    for (const raw of pointersOf(current).emails) {
      written.add(raw.toLowerCase());
      addresses.add(readEmail(raw)?.address);
    }
    if (since === '' || createdAt < since) since = createdAt;
  }
  for (const { current, createdAt } of coming) {
    if (createdAt < since || !saysOnlyMailboxes(current)) return null;
    for (const raw of pointersOf(current).emails) {
      if (!written.has(raw.toLowerCase())) return null;
      addresses.add(readEmail(raw)?.address);
    }
  }
  if (addresses.size !== 1 || addresses.has(undefined)) return null;
  const [best, second] = mailsOf([...known, ...coming]).sort(bySurvivorship);
  return choiceOf(best!, second);
}

function saysOnlyMailboxes(current: Current): boolean {
  const { phones, handles } = pointersOf(current);
  return (
    Object.keys(current.values).length === 0 &&
    !current.tags?.length &&
    phones.length === 0 &&
    handles.length === 0
  );
}
