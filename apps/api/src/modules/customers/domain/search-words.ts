/** What somebody typed, as the search looks for it. */
export interface SearchWords {
  /** Words to find, every one of them, at most eight; typos are forgiven. */
  words: string[];
  /** The end of a phone number without country code and trunk zero, when the text looks like one. */
  digits: string | null;
}

/** Takes apart what somebody typed. */
export function readSearch(text: string): SearchWords {
  const trimmed = text.trim().slice(0, 200);
  const digits = trimmed.replace(/\D/g, '').replace(/^0+/, '');
  const isPhone = digits.length >= 5 && /^[+(]?[\d\s()./+-]+$/.test(trimmed);
  const words = trimmed
    .split(/[\s,;]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 8);
  return { words: isPhone ? [] : words, digits: isPhone ? digits : null };
}
