import { bestVerdict, compareNames, type NameVerdict, weightOfName } from './compare-names.ts';
import type { Objection } from './engine/gate.ts';
import { type EngineSettings, usualSettings } from './engine/settings.ts';
import type { Identifier } from './identifiers.ts';
import { identifierKey } from './identifiers.ts';
import type { Name } from './name.ts';
import { type Reason, reasonsOfLevels, reasonsOfObjections } from './reasons.ts';

export type { Reason };

/** What identity knows of one record when it decides. */
export interface Evidence {
  recordId: string;
  identifiers: readonly Identifier[];
  name: Name;
  birthDate?: string;
}

/** What the engine says of a record and somebody. Plain data. */
export interface Score {
  /** log2 of the odds that the record is theirs. */
  bits: number;
  /** The same as a probability, 0 to 1. */
  probability: number;
  /** The record of theirs that is closest. */
  recordId: string;
  /** What speaks against joining the two unseen. */
  objections: Objection[];
  /** How the two agree, by feature; where there is nothing to compare, there is no row. */
  levels: { feature: string; level: string }[];
}

/** Somebody who shares an identifier, or other things, with the record. */
export interface Candidate {
  customerId: string;
  records: readonly Evidence[];
  /** What the engine says; without it, identifiers and names decide alone. */
  score?: Score;
}

/** Why one candidate may be the same person. */
export interface Match {
  customerId: string;
  /** The record of the candidate that shares most. */
  recordId: string;
  reasons: Reason[];
  /** How likely it is the same person, 0 to 1, where the engine has compared them. */
  probability?: number;
}

/** An identifier of more customers than this stops linking: a shared phone, a desk, a copied cell. */
export const aHandful = 5;

/** What is to be thought of one candidate. */
export interface Judgement {
  match: Match;
  verdict: 'link' | 'doubt' | 'no';
  weight: number;
  /** Neither has a name: identifiers decide alone. */
  nameless: boolean;
  /** One shared identifier and half a name: nobody who is asked could know more. */
  half: boolean;
}

// What an identifier that names agree with makes good.
const mild: ReadonlySet<Objection> = new Set(['nothing-personal', 'no-name']);

/** From here on a name and a town are a case where names have been counted: of these, most are one person. */
const rareFrom = 0.9;

/** A name and a town are no case for anybody: half a village would be asked about. */
const tellsMore = ({ levels }: Score): boolean =>
  levels.some(
    ({ feature, level }) =>
      (feature === 'area'
        ? level === 'same postcode'
        : feature !== 'given' && feature !== 'family' && feature !== 'gender') &&
      level !== 'different' &&
      level !== 'year or nearly' &&
      level !== 'same number',
  );

/**
 * What identifiers, names and the engine say of a record and a candidate together; nothing where nobody would ask. Where the engine has
 * compared (`Candidate.score`), they link when they are at least as likely one person as a false link is dear and nothing speaks against
 * it; from one half on, a person is asked. What is told without a name keeps to identifiers: a mailbox or account links when exactly one
 * customer has it. Without a score, two agreeing identifiers that no name contradicts link, or one and a compatible name. Relatives who
 * share a mailbox or phone stay apart. `holders` tells how many customers have an identifier; `namesCounted` when a run has counted how
 * rare names are here: then a rare name in one town is a case, too. Who is chosen among several is `settle`'s to say.
 */
export const judgementOn = (
  record: Evidence,
  candidate: Candidate,
  holders: (identifier: Identifier) => number,
  namesCounted = false,
  settings: EngineSettings = usualSettings,
): Judgement | null => weighed(judge(record, candidate, holders), candidate, settings, namesCounted);

/**
 * What identifiers and names say of a candidate, and what the engine says. An identifier with a compatible name (decision 0006) links
 * where the engine thinks it more likely than not, and a source's own or a bare mailbox keeps to the rule.
 */
function weighed(
  plain: Judgement | null,
  candidate: Candidate,
  settings: EngineSettings,
  namesCounted = false,
): Judgement | null {
  const { score } = candidate;
  if (!score || plain?.nameless) return plain;
  const automatic = score.probability >= settings.automaticFrom && score.objections.length === 0;
  const likely = score.probability >= settings.reviewFrom;
  const rareName = namesCounted && score.probability >= rareFrom;
  if (!plain && !(likely && (automatic || rareName || tellsMore(score)))) return null;
  const known = plain?.verdict === 'link' && likely && score.objections.every((one) => mild.has(one));
  const against = automatic ? [] : reasonsOfObjections(score.objections);
  const asked = plain?.verdict === 'doubt' && !plain.half;
  const reasons = plain ? [...plain.match.reasons] : reasonsOfLevels(score.levels);
  for (const reason of against) if (!reasons.some(({ code }) => code === reason.code)) reasons.push(reason);
  return {
    match: {
      customerId: candidate.customerId,
      recordId: plain?.match.recordId ?? score.recordId,
      reasons,
      probability: score.probability,
    },
    verdict: automatic || known ? 'link' : likely || asked || plain?.verdict === 'link' ? 'doubt' : 'no',
    weight: score.bits,
    nameless: false,
    half: plain?.half ?? false,
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
  const alone =
    count === 1 && agreeing[0]!.kind !== 'phone' && !isOfFamily(agreeing[0]!) && holders(agreeing[0]!) === 1;
  const weight = count * 4 + weightOfName[name] + (born ? 2 : 0) + (agreeing.some(isMailbox) ? 1 : 0);
  const nameless = name === 'unknown' && born !== false;
  const half = count === 1 && name === 'unclear' && (isHalf(record.name) || isHalf(closest.name));
  const answer = (verdict: Judgement['verdict']): Judgement => ({ match, verdict, weight, nameless, half });
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

const isHalf = ({ given, family }: Name): boolean => (given.length === 0) !== (family.length === 0);

// A mailbox that says itself that it is a family's: whoever writes from it without a name may be any of them.
const isOfFamily = ({ kind, value }: Identifier): boolean =>
  kind === 'email' &&
  /(?:^|[^a-z])(?:family|familia|familie|famille|famiglia|household)(?:[^a-z]|$)/.test(
    value.slice(0, value.lastIndexOf('@')),
  );

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

const sortOf = ({ kind }: Identifier): 'email' | 'phone' | 'handle' | 'external' =>
  kind === 'email' || kind === 'phone' ? kind : kind.startsWith('handle:') ? 'handle' : 'external';

function agrees(identifier: Identifier, count: number): Reason {
  const among = count > 1 ? `, which ${count} customers have` : '';
  return {
    code: `same-${sortOf(identifier)}`,
    text: `Same ${wordOf(identifier)} (${identifier.value})${among}.`,
    speaksFor: true,
    values: { what: wordOf(identifier), value: identifier.value, count },
  };
}

function sharedByMany(identifier: Identifier): Reason {
  return {
    code: 'shared-by-many',
    text: `More than ${aHandful} customers have the ${wordOf(identifier)} ${identifier.value}: it says nothing.`,
    speaksFor: false,
    values: { what: wordOf(identifier), value: identifier.value, most: aHandful },
  };
}
