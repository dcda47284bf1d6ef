import type { Telling } from '#modules/house';
import type { ConsentBody, ConsentEvidence } from './read-consent-signal.ts';

/** One line of the ledger: what somebody agreed to or withdrew, in which words, and the proof. */
export interface ConsentEntry {
  id: string;
  customerId: string;
  sourceRecordId: string;
  sourceId: string;
  entryKey: string;
  purpose: string;
  channel: string;
  state: 'granted' | 'withdrawn';
  at: Date;
  wording: string | null;
  evidence: ConsentEvidence;
  signalId: string | null;
}

/** Whether somebody may be contacted, as far as we can prove. */
export type ConsentState = 'granted' | 'withdrawn' | 'unknown';

/** What the ledger comes to for one purpose on one channel. */
export interface Consent<Entry> {
  purpose: string;
  channel: string;
  state: ConsentState;
  /** The entry that decided, when one did. */
  because: Entry | null;
  /** Every entry that was weighed, newest first. */
  ledger: Entry[];
}

type Weighed = Pick<
  ConsentEntry,
  'sourceRecordId' | 'purpose' | 'channel' | 'state' | 'at' | 'wording' | 'evidence'
>;

/** Said of every channel, or for every purpose. */
export const anyOf = 'any';

/** Whether a grant can be proved (GDPR art. 7.1): a time, an address, a place or the wording. */
export const isProved = ({ wording, evidence }: Pick<ConsentEntry, 'wording' | 'evidence'>): boolean =>
  Boolean(
    wording ||
      evidence.optInAt ||
      evidence.confirmedAt ||
      evidence.optInAddress ||
      evidence.confirmedAddress ||
      evidence.place,
  );

// Oldest first; of two at the same moment the withdrawal is weighed last, so that the strictest stands.
const inOrder = (a: Weighed, b: Weighed): number =>
  a.at.getTime() - b.at.getTime() || Number(a.state === 'withdrawn') - Number(b.state === 'withdrawn');

/**
 * What a ledger comes to for one purpose on one channel. A withdrawal always counts. A grant counts only if it can be
 * proved and is later than every withdrawal of the same source record: without proof a word of a source never makes anything
 * looser. Of several records the strictest stands, so that joining two customers never opens what one of them has closed.
 */
export function foldConsent<Entry extends Weighed>(
  entries: readonly Entry[],
  purpose: string,
  channel: string,
): Consent<Entry> {
  const ledger = entries
    .filter(
      (entry) =>
        (entry.purpose === purpose || entry.purpose === anyOf) &&
        (entry.channel === channel || entry.channel === anyOf),
    )
    .sort(inOrder);
  const standing = new Map<string, Entry>();
  for (const entry of ledger)
    if (entry.state === 'withdrawn' || isProved(entry)) {
      standing.delete(entry.sourceRecordId);
      standing.set(entry.sourceRecordId, entry);
    }
  const newestFirst = [...standing.values()].reverse();
  const because = newestFirst.find(({ state }) => state === 'withdrawn') ?? newestFirst[0] ?? null;
  return { purpose, channel, state: because?.state ?? 'unknown', because, ledger: ledger.reverse() };
}

/** What two customers' consent for one purpose on one channel is, and what it becomes when they are joined. */
export interface JoinedConsent {
  purpose: string;
  channel: string;
  survivor: ConsentState;
  other: ConsentState;
  result: ConsentState;
}

/** What becomes of consent when two customers are joined: one line for each purpose and channel that either ledger names. */
export function joinConsents<Entry extends Weighed>(
  survivor: readonly Entry[],
  other: readonly Entry[],
): JoinedConsent[] {
  return foldConsents([...survivor, ...other]).map(({ purpose, channel, state }) => ({
    purpose,
    channel,
    survivor: foldConsent(survivor, purpose, channel).state,
    other: foldConsent(other, purpose, channel).state,
    result: state,
  }));
}

/** What a ledger comes to for every purpose and channel it names, by name. */
export function foldConsents<Entry extends Weighed>(entries: readonly Entry[]): Consent<Entry>[] {
  const named = new Map(entries.map((entry) => [`${entry.purpose} ${entry.channel}`, entry]));
  return [...named.keys()].sort().map((name) => {
    const { purpose, channel } = named.get(name)!;
    return foldConsent(entries, purpose, channel);
  });
}

/** The key of an entry within its source record: saying the same again adds nothing, and proof is something new. */
export const consentEntryKey = (subjectKey: string, body: ConsentBody, at: Date): string =>
  [
    subjectKey,
    body.purpose,
    body.channel,
    body.state,
    at.toISOString(),
    isProved({ wording: body.wording ?? null, evidence: body.evidence ?? {} }) ? 'proved' : 'said',
  ].join(' ');

/** What the timeline says of it. */
export function tellConsent(entryKey: string, body: ConsentBody, at: Date): Telling {
  const what = `${body.purpose}, ${body.channel}`;
  return {
    entries: [
      {
        entryKey: `consent ${entryKey}`,
        at,
        department: 'marketing',
        kind: `consent-${body.state}`,
        title: body.state === 'granted' ? `Consent given: ${what}` : `Consent withdrawn: ${what}`,
        ...(body.evidence?.reason ? { detail: body.evidence.reason } : {}),
      },
    ],
    facts: [],
  };
}
