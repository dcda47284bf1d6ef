import { dayMs } from '#kernel/days';
import { medianOf } from '#kernel/statistics/summary';
import type { LivedInteraction } from './lived-interaction.ts';
import type { Usual } from './usual.ts';

/** What ties a customer to us, as far as it does not depend on today: levers 0…1, `null` where nothing is known. */
export interface KeptTies {
  orders: number;
  regretted: number;
  lastOrderAt: Date | null;
  /** Days between two purchases: their own median, or that of others while they have none. */
  gapDays: number | null;
  gapBy: 'own' | 'cohort' | null;
  memorableGood: number;
  memorableBad: number;
  anchors: number;
  contacts: number;
  preferredChannel: string | null;
  preferredShare: number | null;
  /** The share of cases after which nothing had to be asked again within a week. */
  noRepeatShare: number | null;
  /** When they recommended us, ISO 8601. */
  recommendedAt: string[];
}

/** Contacts needed before somebody can be said to prefer a channel. */
const leastContacts = 3;
const backWithinDays = 180;
const askedAgainDays = 7;
const contactKinds = new Set(['case', 'call', 'conversation']);

function preference(
  contacts: readonly LivedInteraction[],
): Pick<KeptTies, 'preferredChannel' | 'preferredShare'> {
  if (contacts.length < leastContacts) return { preferredChannel: null, preferredShare: null };
  const counts = new Map<string, number>();
  for (const { channel } of contacts) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const [channel, most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
  return { preferredChannel: channel, preferredShare: most / contacts.length };
}

/** Good memories of service, one for each touchpoint and channel, after which they came back. */
function anchorsAmong(lived: readonly LivedInteraction[]): LivedInteraction[] {
  const found = new Map<string, LivedInteraction>();
  for (const one of lived) {
    if (one.outcome !== 'memorable_positive' || one.department !== 'support') continue;
    const until = one.endedAt.getTime() + backWithinDays * dayMs;
    const cameBack = lived.some(
      ({ beganAt }) => beganAt.getTime() > one.endedAt.getTime() && beganAt.getTime() <= until,
    );
    if (cameBack) found.set(`${one.touchpoint} ${one.channel}`, one);
  }
  return [...found.values()];
}

/** The levers of attachment in what was lived, in the order of time; notes on each interaction which lever it is evidence of. */
export function tiesOf(lived: readonly LivedInteraction[], usual: Usual): KeptTies {
  const note = (one: LivedInteraction, lever: string) => {
    if (!one.levers.includes(lever)) one.levers.push(lever);
  };
  const purchases = lived.filter(({ touchpoint }) => touchpoint === 'purchase');
  const days = [...new Set(purchases.map(({ beganAt }) => Math.floor(beganAt.getTime() / dayMs)))];
  const gaps = days.slice(1).map((day, place) => day - days[place]!);
  const own = medianOf(gaps);
  const last = purchases.at(-1);
  const cohort = last ? usual.gap(last.beganAt.getTime()) : null;
  for (const one of purchases) {
    note(one, 'behaviour');
    if (one.regretted) note(one, 'no_regret');
  }
  for (const one of lived) if (one.outcome.startsWith('memorable')) note(one, 'association');
  const contacts = lived.filter(({ touchpoint }) => contactKinds.has(touchpoint));
  for (const one of contacts) note(one, 'centred');
  const anchors = anchorsAmong(lived);
  for (const one of anchors) note(one, 'anchors');
  const advocates = lived.filter(({ marks }) => marks.includes('recommended'));
  for (const one of advocates) note(one, 'advocacy');
  const cases = lived.filter(({ touchpoint }) => touchpoint === 'case');
  const askedAgain = cases.filter((one, place) =>
    cases
      .slice(place + 1)
      .some(
        ({ beganAt }) =>
          beganAt.getTime() > one.endedAt.getTime() &&
          beganAt.getTime() - one.endedAt.getTime() <= askedAgainDays * dayMs,
      ),
  );
  for (const one of lived) one.levers.sort();
  return {
    orders: purchases.length,
    regretted: purchases.filter(({ regretted }) => regretted).length,
    lastOrderAt: last?.beganAt ?? null,
    gapDays: own ?? cohort,
    gapBy: own !== null ? 'own' : cohort !== null ? 'cohort' : null,
    memorableGood: lived.filter(({ outcome }) => outcome === 'memorable_positive').length,
    memorableBad: lived.filter(({ outcome }) => outcome === 'memorable_negative').length,
    anchors: anchors.length,
    contacts: contacts.length,
    ...preference(contacts),
    noRepeatShare: cases.length === 0 ? null : 1 - askedAgain.length / cases.length,
    recommendedAt: advocates.map(({ endedAt }) => endedAt.toISOString()),
  };
}
