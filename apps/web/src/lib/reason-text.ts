import { featureText, levelText } from './evidence-text.ts';
import type { MessageId, Say } from './intl/words.ts';

const known: Record<string, MessageId> = {
  'same-email': 'identity.sameEmail',
  'same-phone': 'identity.samePhone',
  'same-handle': 'identity.sameHandle',
  'same-external': 'identity.sameExternal',
  'shared-by-many': 'identity.sharedByMany',
  'same-name': 'identity.sameName',
  'compatible-name': 'identity.compatibleName',
  'unclear-name': 'identity.unclearName',
  'different-given-name': 'identity.differentGivenName',
  'different-suffix': 'identity.differentSuffix',
  'different-name': 'identity.differentName',
  'same-birth-date': 'identity.sameBirthDate',
  'different-birth-date': 'identity.differentBirthDate',
  'different-id': 'identity.differentId',
  'different-organisation': 'identity.differentOrganisation',
  'nothing-personal': 'identity.nothingPersonal',
  'no-name': 'identity.noName',
  rival: 'identity.rival',
  'no-longer-one': 'identity.noLongerOne',
  'too-large': 'identity.tooLarge',
  'kept-apart': 'identity.keptApartBefore',
  'merged-in-source': 'identity.kindSourceMerge',
};

/** A reason in the reader's language, with the value that the server named in brackets; one without words here, in the server's. */
export function reasonText(
  reason: { code: string; text: string; values?: Readonly<Record<string, string>> },
  say: Say,
): string {
  const id = known[reason.code];
  // What the engine compared is called `<feature>:<level>`.
  const [feature, level] = reason.code.split(':');
  if (!id && feature && level) {
    const [found, stands] = [featureText(feature, say), levelText(level, say)];
    if (found !== feature && stands !== level) return `${found}: ${stands}`;
  }
  if (!id) return reason.text;
  const { value = /\(([^)]+)\)/u.exec(reason.text)?.[1], count } = reason.values ?? {};
  if (value && Number(count) > 1)
    return say('identity.valueOfSeveral', { reason: say(id), value, count: Number(count) });
  return value ? `${say(id)} (${value})` : say(id);
}
