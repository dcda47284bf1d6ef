/** A text of at most so many characters: a longer one is cut, never through the middle of a character, with a sign that it was. */
export const cutText = (text: string, most: number): string =>
  text.length > most
    ? `${text
        .slice(0, most - 1)
        .replace(/\p{Surrogate}$/u, '')
        .trimEnd()}…`
    : text;
