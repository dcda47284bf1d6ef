import { markFound } from './fold.ts';

/** A text with the letters that were searched for in bold. */
export function Highlight({ text, words }: { text: string; words: string }) {
  if (!words) return text;
  let offset = 0;
  return markFound(text, words).map((part) => {
    const key = offset;
    offset += part.text.length;
    return part.found ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}
