import type { Objection } from './engine/gate.ts';

/** Reasons by their codes. Whoever shows them has words for each in every language. */
export const reasonCodes = [
  'same-email',
  'same-phone',
  'same-handle',
  'same-external',
  'shared-by-many',
  'same-name',
  'compatible-name',
  'unclear-name',
  'different-name',
  'different-given-name',
  'different-suffix',
  'different-organisation',
  'no-name',
  'same-birth-date',
  'different-birth-date',
  'different-id',
  'nothing-personal',
  'rival',
  'too-large',
  'no-longer-one',
  'kept-apart',
  'merged-in-source',
] as const;

/** One reason of a decision, for people and for programs. */
export interface Reason {
  /** One of the list, or what was compared and how the two stand: `birth:same`. */
  code: (typeof reasonCodes)[number] | `${string}:${string}`;
  text: string;
  speaksFor: boolean;
  /** What the sentence is about, for whoever says it in another language. */
  values?: Record<string, string | number>;
}

const levelsThatSpeakFor =
  /^(?:same|one letter|one digit|form of|nearly|initial|part of|similar|swapped|two parts)/;
const words: Record<string, string> = {
  given: 'given name',
  family: 'family name',
  middle: 'middle name',
  organisation: 'organisation',
  email: 'mailbox',
  phone: 'phone',
  birth: 'date of birth',
  street: 'address',
  area: 'place',
  id: 'official number',
  web: 'account',
  gender: 'gender',
  relatives: 'relatives',
  namesakes: 'people of one name',
};

/** What a feature of the engine is called. */
export const wordOfFeature = (feature: string): string => words[feature] ?? feature;

/** The levels of an agreement as reasons: `{ code: 'birth:same', text: 'Date of birth: same.' }`. */
export const reasonsOfLevels = (levels: readonly { feature: string; level: string }[]): Reason[] =>
  levels.map(({ feature, level }) => {
    const word = wordOfFeature(feature);
    return {
      code: `${feature}:${level.replaceAll(' ', '-').replaceAll(',', '')}`,
      text: `${word[0]!.toUpperCase()}${word.slice(1)}: ${level}.`,
      speaksFor: levelsThatSpeakFor.test(level) && level !== 'same number',
    };
  });

const objections: Record<Objection, Pick<Reason, 'code' | 'text'>> = {
  suffix: { code: 'different-suffix', text: 'Senior and junior.' },
  'birth-date': { code: 'different-birth-date', text: 'Different dates of birth.' },
  id: { code: 'different-id', text: 'Different official numbers.' },
  'given-name': { code: 'different-given-name', text: 'Same family name, different given name: relatives.' },
  names: { code: 'different-name', text: 'Different names.' },
  organisation: { code: 'different-organisation', text: 'Different names of organisations.' },
  'nothing-personal': {
    code: 'nothing-personal',
    text: 'Nothing that only one person has agrees: a name and a place are a household’s.',
  },
  'no-name': { code: 'no-name', text: 'No name to compare.' },
  rival: { code: 'rival', text: 'Somebody else is nearly as likely.' },
};

/** What speaks against joining unseen, as reasons. */
export const reasonsOfObjections = (against: readonly Objection[]): Reason[] =>
  against.map((objection) => ({ ...objections[objection], speaksFor: false }));
