/** Words that were inserted stand in a paragraph of their own, below what was written. */
export const withInserted = (body: string, text: string): string =>
  [body.trimEnd(), text.trim()].filter(Boolean).join('\n\n');

/** Takes inserted words out again; where somebody has changed them they are that person's words, and stay. */
export function withoutInserted(body: string, text: string): string {
  const words = text.trim();
  const at = words ? body.lastIndexOf(words) : -1;
  if (at < 0) return body;
  return [body.slice(0, at).trimEnd(), body.slice(at + words.length).trim()].filter(Boolean).join('\n\n');
}
