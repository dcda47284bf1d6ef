const cache = new Map<string, string>();

/**
 * The consonants of a folded word as they sound, roughly, in the languages of Europe and in transliterations: "geoffrey" and
 * "jeffrey" are "jfr", "muhammed" and "mohamed" are "mhmd". The first letter of a word that begins with a vowel is "a".
 */
export function soundOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const sound = word
    .replace(/ph/g, 'f')
    .replace(/[sc]h/g, 's')
    .replace(/th/g, 't')
    .replace(/ck|kh|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c/g, 'k')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/^[aeiouy]+/, 'A')
    .replace(/(?<=.)h(?![aeiouy])/g, '')
    .replace(/[aeiouy ]+/g, '')
    .replace(/(.)\1+/g, '$1');
  if (cache.size > 100_000) cache.clear();
  cache.set(word, sound);
  return sound;
}
