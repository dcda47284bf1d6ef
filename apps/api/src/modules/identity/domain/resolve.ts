import { bestVerdict, compareNames, type NameVerdict, weightOfName } from './compare-names.ts';
import type { Identifier } from './identifiers.ts';
import { identifierKey } from './identifiers.ts';
import type { Name } from './name.ts';

/** One reason of a decision, for people and for programs. */
export interface Reason {
  code: string;
  text: string;
  speaksFor: boolean;
}

/** What identity knows of one record when it decides. */
export interface Evidence {
  recordId: string;
  identifiers: readonly Identifier[];
  name: Name;
  birthDate?: string;
}

/** Somebody who shares an identifier with the record. */
export interface Candidate {
  customerId: string;
  records: readonly Evidence[];
  /** A person has said that one of these records is somebody else. */
  kept?: boolean;
}

/** Why one candidate may be the same person. */
export interface Match {
  customerId: string;
  /** The record of the candidate that shares most. */
  recordId: string;
  reasons: Reason[];
}

/** Whose record it is. */
export type Resolution =
  | { outcome: 'link'; match: Match; doubts: Match[] }
  /** Nobody's yet: a new customer, with the cases that a person should look at. */
  | { outcome: 'new'; doubts: Match[]; reasons: Reason[] };

/** An identifier of more customers than this stops linking: a shared phone, a desk, a copied cell. */
export const aHandful = 5;

interface Judgement {
  match: Match;
  verdict: 'link' | 'doubt' | 'no';
  weight: number;
}

/**
 * Decides whose a record is. It links on two agreeing identifiers that no name contradicts, or one and a compatible name; a
 * mailbox or account without any name links when exactly one customer has it. Relatives who share a mailbox or phone stay apart.
 * `holders` tells how many customers have an identifier. Pure and symmetric in the order of candidates.
 */
export function resolve(
  record: Evidence,
  candidates: readonly Candidate[],
  holders: (identifier: Identifier) => number,
): Resolution {
  const judged = candidates
    .filter((candidate) => !candidate.kept)
    .map((candidate) => judge(record, candidate, holders))
    .filter((judgement): judgement is Judgement => judgement !== null)
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        (a.match.customerId < b.match.customerId ? -1 : a.match.customerId > b.match.customerId ? 1 : 0),
    );
  const links = judged.filter(({ verdict }) => verdict === 'link');
  const doubts = judged.filter(({ verdict }) => verdict === 'doubt').map(({ match }) => match);
  const [best, second] = links;
  if (best && (!second || best.weight > second.weight))
    return { outcome: 'link', match: best.match, doubts: links.slice(1).map(({ match }) => match) };
  if (best) return { outcome: 'new', doubts: [...links.map(({ match }) => match), ...doubts], reasons: [] };
  return {
    outcome: 'new',
    doubts,
    reasons: judged.filter(({ verdict }) => verdict === 'no').flatMap(({ match }) => match.reasons),
  };
}

function judge(
  record: Evidence,
  candidate: Candidate,
  holders: (identifier: Identifier) => number,
): Judgement | null {
  const reasons: Reason[] = [];
  const agreeing: Identifier[] = [];
  let shared = 0;
  let closest: Evidence | undefined;
  let most = 0;
  const mine = new Map(record.identifiers.map((one) => [identifierKey(one), one]));
  const seen = new Set<string>();
  for (const other of candidate.records) {
    let here = 0;
    for (const theirs of other.identifiers) {
      const key = identifierKey(theirs);
      if (theirs.weak || !mine.has(key)) continue;
      here += 1;
      if (seen.has(key)) continue;
      seen.add(key);
      const count = holders(theirs);
      if (count > aHandful) {
        shared += 1;
        reasons.push(sharedByMany(theirs));
      } else {
        agreeing.push(theirs);
        reasons.push(agrees(theirs, count));
      }
    }
    if (here > most) {
      most = here;
      closest = other;
    }
  }
  if (!closest || agreeing.length + shared === 0) return null;

  const name = bestVerdict(candidate.records.map((other) => compareNames(record.name, other.name)));
  const nameReason = reasonOfName[name];
  if (nameReason) reasons.push(nameReason);
  const birthDates = candidate.records.flatMap(({ birthDate }) => birthDate ?? []);
  const born = !record.birthDate || birthDates.length === 0 ? null : birthDates.includes(record.birthDate);
  if (born === true) reasons.push({ code: 'same-birth-date', text: 'Same date of birth.', speaksFor: true });
  if (born === false)
    reasons.push({ code: 'different-birth-date', text: 'Different dates of birth.', speaksFor: false });

  const match = { customerId: candidate.customerId, recordId: closest.recordId, reasons };
  const count = agreeing.length;
  const alone = count === 1 && agreeing[0]!.kind !== 'phone' && holders(agreeing[0]!) === 1;
  const weight = count * 4 + weightOfName[name] + (born ? 2 : 0) + (agreeing.some(isMailbox) ? 1 : 0);
  const answer = (verdict: Judgement['verdict']): Judgement => ({ match, verdict, weight });
  if (count === 0) return answer('no');
  if (born === false) return answer(name === 'relatives' || name === 'different' ? 'no' : 'doubt');
  switch (name) {
    case 'same':
    case 'compatible':
      return answer('link');
    case 'unknown':
      return answer(count >= 2 || alone ? 'link' : 'doubt');
    case 'unclear':
      return answer(count >= 2 ? 'link' : 'doubt');
    case 'relatives':
    case 'suffix':
      return answer(count >= 2 ? 'doubt' : 'no');
    case 'different':
      return answer(count >= 2 || agreeing.some(isMailbox) ? 'doubt' : 'no');
  }
}

const isMailbox = ({ kind }: Identifier): boolean => kind === 'email';

const reasonOfName: Record<NameVerdict, Reason | null> = {
  same: { code: 'same-name', text: 'Same name.', speaksFor: true },
  compatible: { code: 'compatible-name', text: 'The names can be one person’s.', speaksFor: true },
  unclear: { code: 'unclear-name', text: 'Only part of the name agrees.', speaksFor: false },
  relatives: {
    code: 'different-given-name',
    text: 'Same family name, different given name: relatives.',
    speaksFor: false,
  },
  suffix: { code: 'different-suffix', text: 'Senior and junior.', speaksFor: false },
  different: { code: 'different-name', text: 'Different names.', speaksFor: false },
  unknown: null,
};

const wordOf = ({ kind }: Identifier): string =>
  kind === 'email' ? 'mailbox' : kind === 'phone' ? 'phone' : kind.slice(kind.indexOf(':') + 1);

function agrees(identifier: Identifier, count: number): Reason {
  const among = count > 1 ? `, which ${count} customers have` : '';
  return {
    code: `same-${identifier.kind.split(':')[0]}`,
    text: `Same ${wordOf(identifier)} (${identifier.value})${among}.`,
    speaksFor: true,
  };
}

function sharedByMany(identifier: Identifier): Reason {
  return {
    code: 'shared-by-many',
    text: `More than ${aHandful} customers have the ${wordOf(identifier)} ${identifier.value}: it says nothing.`,
    speaksFor: false,
  };
}
