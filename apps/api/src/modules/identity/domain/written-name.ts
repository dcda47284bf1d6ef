const particles = new Set(
  'de da di del della dei degli dal dalla du des la le lo van von der den ter ten bin ibn al el'.split(' '),
);

/** A name as people write it, for showing. */
export interface ShownName {
  display: string;
  given?: string;
  family?: string;
  suffix?: string;
}

/** Puts a name together from what a record says, in its own spelling; `null` when it says none. */
export function showName(values: Record<string, string>): ShownName | null {
  const { fullName, givenName, familyName, nameSuffix } = values;
  const suffix = nameSuffix ? { suffix: nameSuffix } : {};
  if (givenName || familyName) {
    const display = [givenName, familyName, nameSuffix].filter(Boolean).join(' ');
    return {
      display,
      ...(givenName ? { given: givenName } : {}),
      ...(familyName ? { family: familyName } : {}),
      ...suffix,
    };
  }
  if (!fullName || fullName.includes('@')) return null;
  const [before, after] = fullName.split(',').map((part) => part.trim());
  const turned = after && before && !/^(jr|sr|ii|iii|iv|phd|md)\.?$/i.test(after);
  const display = [turned ? `${after} ${before}` : fullName, nameSuffix].filter(Boolean).join(' ');
  if (turned) return { display, given: after, family: before, ...suffix };
  const words = fullName.split(/\s+/).filter(Boolean);
  if (words.length < 2) return { display, ...(words[0] ? { given: words[0] } : {}), ...suffix };
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1]!.toLowerCase())) start -= 1;
  return { display, given: words.slice(0, start).join(' '), family: words.slice(start).join(' '), ...suffix };
}
