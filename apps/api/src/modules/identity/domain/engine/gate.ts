import type { Agreement } from './agreement.ts';
import { FeatureNumber, otherKind, swappedLevel } from './features.ts';

/** Why a pair may not be merged without a person, however likely it is. */
export type Objection =
  | 'suffix'
  | 'birth-date'
  | 'id'
  | 'given-name'
  | 'names'
  | 'organisation'
  | 'nothing-personal'
  | 'no-name'
  | 'rival';

// Namesakes born on one day are rare, but among millions there are some: where mailbox, phone or place contradict and none of them
// agrees, a name and a birthday ask a person.
function livesElsewhere(level: Uint8Array): boolean {
  const { email, phone, street, area } = FeatureNumber;
  if (level[street] === 1 || level[street] === 2 || level[area] === 1 || level[area] === 2) return false;
  return level[email] === 5 || level[phone] === 4 || level[street]! > 2 || level[area]! > 3;
}

/**
 * What speaks against merging two records unseen, from the levels of their agreement. A merge takes something personal (an id, a
 * mailbox, a phone, a day of birth; for organisations also an address) together with a name that can be one, or two such things;
 * a name at an address is a household's. Contradictions of single-valued things always ask for a person.
 */
export function objectionsOf(
  { level }: Agreement,
  kind: number,
  suffixA: number,
  suffixB: number,
): Objection[] {
  const objections: Objection[] = [];
  const { given, family, organisation, email, phone, birth, street, area, id, web } = FeatureNumber;
  const sameId = level[id] === 1;
  const personal =
    2 * Number(sameId) +
    Number(level[email] === 1) +
    Number(level[phone] === 1 || level[phone] === 2) +
    Number(level[birth] === 1 || level[birth] === 2) +
    Number(level[web] === 1);
  if (level[id] === 3) objections.push('id');
  if (kind === 1) {
    if (level[organisation] === 5) objections.push('organisation');
    // A street without a town is in many towns; one firm at two places may be two of its sites.
    const located = level[area] === 1 || level[area] === 2;
    const placed = located && (level[street] === 1 || level[street] === 2);
    const elsewhere =
      (level[area] === 5 && level[street] !== 1) || level[street] === 5 || level[street] === otherKind;
    // A number of the register and a web site are the firm's, whichever of its sites it is.
    const ofFirm = Number(sameId) + Number(level[web] === 1);
    const ofSite = personal - 2 * Number(sameId) - Number(level[web] === 1) + Number(placed);
    // A hotel's restaurant and its café have one house, one switchboard and nearly one name: without the same name it takes something of the firm's own.
    const named = level[organisation] === 1;
    const ownSaid = named || ofFirm > 0 || level[email] === 1;
    // Sites share a switchboard: where neither says a street, a number alone is the firm's, too.
    const switchboard = ofSite === 1 && !placed && level[street] === 0;
    if (elsewhere || switchboard || !ownSaid || ofSite < 1 || ofSite + ofFirm < (named ? 1 : 2))
      objections.push('nothing-personal');
    return objections;
  }
  if (suffixA !== 0 && suffixB !== 0 && suffixA !== suffixB) objections.push('suffix');
  if (level[birth]! >= 4 && !sameId) objections.push('birth-date');
  const givenDiffers = level[given] === 8;
  if (givenDiffers && !(sameId && level[birth] === 1))
    objections.push(level[family] === 8 ? 'names' : 'given-name');
  // An initial or half a name fits half a household.
  const named =
    (level[given]! > 0 && level[given]! < 4 && level[family]! < 5) || level[given] === swappedLevel;
  if (level[given] === 0 && level[family] === 0 && personal < 2) objections.push('no-name');
  // A junior has a senior of the same name: who does not say which one may be either.
  const oneJunior = (suffixA !== 0) !== (suffixB !== 0);
  const onlyBirth = personal === 1 && (level[birth] === 1 || level[birth] === 2);
  const halfName = (level[given] === 0 || level[family] === 0) && level[given] !== swappedLevel;
  if (personal < (named && !oneJunior ? 1 : 2) || (onlyBirth && (halfName || livesElsewhere(level))))
    objections.push('nothing-personal');
  return objections;
}
