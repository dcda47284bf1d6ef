import { DAY, HOUR, MINUTE } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Campaign } from './campaigns.ts';
import type { Subscription, Touch } from './happening.ts';

const reasons = [
  ['NORMAL', 5],
  ['I no longer want to receive these emails', 3],
  ['I never signed up for this mailing list', 1],
  ['The emails are inappropriate', 0.3],
] as const;

/** Somebody's place in the mailing list, and what the mails did: mostly nothing. */
export function readMail(
  random: Random,
  person: Person,
  campaigns: readonly Campaign[],
  today: number,
): [Subscription, ...Touch[]] {
  const joined = Math.min(person.since + random.logNormal(2 * DAY, 1.5), today - HOUR);
  const keen = random.chance(0.15) ? 0.75 : random.chance(0.3) ? 0.35 : 0.1;
  const confirmed = random.chance(0.72);
  const touches: Touch[] = [];
  const own = campaigns.filter(({ language, sentAt }) => language === person.language && sentAt > joined);
  // Nobody bounces or leaves before the first mail.
  const status = own.length
    ? random.weighted([
        ['subscribed', 78],
        ['unsubscribed', 16],
        ['cleaned', 6],
      ] as const)
    : 'subscribed';
  const stays = status === 'subscribed' ? own.length : random.between(1, Math.max(1, own.length));
  let ended: Campaign | undefined;
  for (const campaign of own.slice(0, stays)) {
    // Segments: not every mailing goes to everybody.
    if (!random.chance(0.55)) continue;
    ended = campaign;
    const { number, sentAt } = campaign;
    touches.push({
      kind: 'touch',
      at: sentAt + random.between(0, 600) * 1000,
      campaign: number,
      action: 'sent',
    });
    if (status === 'cleaned' && (campaign === own[stays - 1] || random.chance(0.3))) {
      touches.push({
        kind: 'touch',
        at: sentAt + random.between(1, 90) * MINUTE,
        campaign: number,
        action: 'bounce',
      });
      continue;
    }
    if (!random.chance(keen)) continue;
    const opens = random.weighted([
      [1, 7],
      [2, 2],
      [4, 1],
    ]);
    for (let n = 0; n < opens; n++) {
      const at = sentAt + random.logNormal(7 * HOUR, 1.4);
      if (at >= today) continue;
      touches.push({ kind: 'touch', at, campaign: number, action: 'open' });
      if (n === 0 && random.chance(0.2) && at + MINUTE < today)
        touches.push({
          kind: 'touch',
          at: at + random.between(8, 50) * 1000,
          campaign: number,
          action: 'click',
        });
    }
  }
  const endedAt = Math.min((ended?.sentAt ?? joined) + random.logNormal(5 * HOUR, 1.2), today - MINUTE);
  const subscription: Subscription = {
    kind: 'subscription',
    status,
    at: joined,
    rating: keen > 0.5 ? 5 : keen > 0.2 ? 3 : 2,
    ...(confirmed ? { confirmedAt: Math.min(joined + random.logNormal(3 * MINUTE, 1), today - 30_000) } : {}),
    ...(status === 'subscribed' ? {} : { endedAt }),
    ...(status !== 'subscribed' && ended ? { endCampaign: ended.number } : {}),
    ...(status === 'unsubscribed' ? { reason: random.weighted(reasons) } : {}),
  };
  return [subscription, ...touches.sort((a, b) => a.at - b.at)];
}
