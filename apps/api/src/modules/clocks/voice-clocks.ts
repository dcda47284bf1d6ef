import type { Db, Tx } from '#platform/database';
import { segmentsOf } from './data/clocks.ts';
import { allHours, policiesInOrder } from './data/policies.ts';
import { type Clock, foldClocks, type Moment } from './domain/clock.ts';
import { policyFor, targetsOf } from './domain/policy.ts';

/** Something that was said of us and waits for an answer: what a policy looks at, and all that happened to it. */
export interface VoiceCase {
  customerId: string | null;
  form: 'review' | 'mention';
  site: string | null;
  rating: number | null;
  moments: readonly Moment[];
}

/** The one clock of a voice: its first answer. */
export type VoiceClock = Clock & { policyId: string };

/**
 * The clocks of these voices by the policies that speak of voices, in their order; `null` where nothing is promised. They are a function of what
 * happened: whoever records that keeps them. Three statements, whatever the number.
 */
export async function voiceClocks(tx: Tx, cases: readonly VoiceCase[]): Promise<(VoiceClock | null)[]> {
  const policies = (await policiesInOrder(tx)).filter(({ about }) => about === 'voice');
  if (policies.length === 0 || cases.length === 0) return cases.map(() => null);
  const hours = await allHours(tx);
  const rows = await segmentsOf(
    tx,
    cases.flatMap(({ customerId }) => customerId ?? []),
  );
  const segments = new Map(rows.map((row) => [row.customerId, row]));
  return cases.map(({ customerId, form, site, rating, moments }) => {
    const segment = customerId ? segments.get(customerId) : undefined;
    const policy = policyFor(policies, {
      about: 'voice',
      priority: null,
      channels: [form, ...(site ? [site.toLowerCase()] : [])],
      rating,
      customerTags: segment?.tags ?? [],
      stage: segment?.stage ?? null,
    });
    if (!policy) return null;
    const { minutes, calendar } = targetsOf(policy, hours);
    const first = minutes['first-reply'];
    const [clock] = foldClocks(moments, { minutes: first ? { 'first-reply': first } : {}, calendar });
    return clock ? { ...clock, policyId: policy.id } : null;
  });
}

/** All that is promised of voices, in one word: another word says that clocks are to be set anew. */
export async function promisedOfVoices(db: Db): Promise<string> {
  const [policies, hours] = [await policiesInOrder(db), await allHours(db)];
  return JSON.stringify([policies.filter(({ about }) => about === 'voice'), hours]);
}
