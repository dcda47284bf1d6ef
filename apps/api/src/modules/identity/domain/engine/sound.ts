const isVowel = (letter: string | undefined): boolean =>
  letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u' || letter === 'y';

const isSoft = (letter: string | undefined): boolean => letter === 'e' || letter === 'i' || letter === 'y';

// Of these two in a row the second is only written: "ph" is "f", "sh" and "ch" are "s".
function soundOfTwo(letter: string, next: string | undefined): string {
  if (next === 'h') {
    if (letter === 'p') return 'f';
    if (letter === 's' || letter === 'c') return 's';
    if (letter === 't' || letter === 'k') return letter;
  }
  return next === 'k' && letter === 'c' ? 'k' : '';
}

function soundOfOne(letter: string, next: string | undefined): string {
  switch (letter) {
    case 'c':
      return isSoft(next) ? 's' : 'k';
    case 'g':
      return isSoft(next) ? 'j' : 'g';
    case 'q':
      return 'k';
    case 'w':
      return 'v';
    case 'z':
      return 's';
    default:
      return letter;
  }
}

const isSilent = (letter: string, at: number, next: string | undefined): boolean =>
  letter === ' ' || isVowel(letter) || (letter === 'h' && at > 0 && !isVowel(next));

/**
 * The consonants of a folded word as they sound, roughly, in the languages of Europe and in transliterations: "geoffrey" and
 * "jeffrey" are "jfr", "muhammed" and "mohamed" are "mhmd". The first letter of a word that begins with a vowel is "a".
 */
export function soundOf(word: string): string {
  let sound = isVowel(word[0]) ? 'A' : '';
  let last = sound;
  // Letter by letter: names are many, and nearly each of a large house is new to whoever hears it.
  const say = (one: string) => {
    if (one !== last) sound += one;
    last = one;
  };
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at]!;
    const next = word[at + 1];
    const both = soundOfTwo(letter, next);
    if (both !== '') {
      say(both);
      at += 1;
    } else if (letter === 'x') {
      say('k');
      say('s');
    } else if (!isSilent(letter, at, next)) say(soundOfOne(letter, next));
  }
  return sound;
}
