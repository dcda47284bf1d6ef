import { choicesOf, type Survey } from './survey.ts';

/** What somebody typed back: an answer with what they said beside it, or that they want no more questions. */
export type TypedAnswer = { kind: 'answer'; value: number; comment: string | null } | { kind: 'leave' };

const leaving = /^(stop|stopall|unsubscribe|arr[êe]t|basta|annulla|dezabonare|dezabonează-mă)$/i;
const thumbs: Record<string, 0 | 1> = { '👍': 1, '👎': 0 };

/**
 * Reads what somebody typed back as the answer to a question (“5”, “5 - great help”, “4/5, thanks”, “👍”). Only what can be nothing
 * else is one: a number that stands alone or is set off from what follows. “5 times I called”, “5:30” and numbers that are not on
 * the scale are words like any others (`null`).
 */
export function readTypedAnswer(
  text: string,
  question: Pick<Survey, 'instrument' | 'look'>,
): TypedAnswer | null {
  const told = text
    .normalize('NFKC')
    // A keycap (5️⃣) is its number; skin and variation signs say nothing.
    .replace(/[\u{FE0F}\u{20E3}\u{1F3FB}-\u{1F3FF}]/gu, '')
    .trim();
  if (leaving.test(told)) return { kind: 'leave' };
  const [least, most] = [choicesOf(question)[0]!, choicesOf(question).at(-1)!];
  const thumb = /^(👍|👎)[\s.,;:!–—-]*(.*)$/su.exec(told);
  if (thumb && question.instrument === 'csat')
    return {
      kind: 'answer',
      value: thumbs[thumb[1]!] === 1 ? most : least,
      comment: thumb[2]?.trim() || null,
    };
  const number = new RegExp(
    String.raw`^(\d{1,2})(?:\s*(?:/|of|out of|su|sur|din)\s*${most})?` +
      String.raw`(?:$|\s*\n|\s*[.,;:!)]+(?=\s|$)|\s+[–—-]+(?=\s|$)|[–—-]+(?=\s)|\s*(?=[\p{Extended_Pictographic}]))(.*)$`,
    'su',
  ).exec(told);
  if (!number) return null;
  const value = Number(number[1]);
  // Whoever was shown two thumbs may still answer with any number of the scale.
  if (value < least || value > most) return null;
  return { kind: 'answer', value, comment: number[2]?.trim() || null };
}
