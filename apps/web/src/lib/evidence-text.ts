import type { MessageId, Say } from './intl/words.ts';

const features = [
  'given',
  'family',
  'middle',
  'organisation',
  'email',
  'phone',
  'birth',
  'street',
  'area',
  'id',
  'web',
  'gender',
  'relatives',
  'namesakes',
] as const;

const levels = [
  'same',
  'form-of-one-name',
  'nearly-the-same',
  'part-of-the-other',
  'initial',
  'similar',
  'swapped-with-the-family-name',
  'different',
  'same-given-names-differ',
  'nearly-the-same-given-names-differ',
  'different-as-the-given-name',
  'some-words',
  'one-letter',
  'same-name-at-another-provider',
  'similar-name',
  'same-last-digits',
  'same-of-several',
  'one-digit',
  'one-digit-or-turned-round',
  'two-parts',
  'year-or-nearly',
  'same-street',
  'another-kind-of-street',
  'same-number',
  'same-postcode',
  'same-city',
  'same-state',
  'share-this-too',
] as const;

/** What two records were compared in, in the reader's language; a column without a meaning by its own name. */
export function featureText(feature: string, say: Say): string {
  const known = features.find((each) => each === feature);
  return known ? say(`identity.feature.${known}` satisfies MessageId) : feature;
}

/** How two records stand to each other in it, in the reader's language; a level without words here, as the server says it. */
export function levelText(level: string, say: Say): string {
  const code = level.replaceAll(' ', '-').replaceAll(',', '');
  const known = levels.find((each) => each === code);
  return known ? say(`identity.level.${known}` satisfies MessageId) : level;
}

/** What people share, `address: 12 elm street`, in the reader's language: the graph gives the word in English and the values. */
export function sharedText(feature: string, because: string, say: Say): string {
  const values = because.slice(because.indexOf(': ') + 2);
  return `${featureText(feature, say)}: ${values}`;
}
