/** Under half a second: what was revoked is revoked within that time, also by another process. */
const beliefMs = 450;
const most = 10_000;

/**
 * Believes an answer for a moment, and lets those who ask the same meanwhile share it: a busy sender proves who it is a few times a second and
 * not with each delivery. Who is nobody is asked for again each time, so that a new key works at once and guesses fill nothing.
 */
export function believeBriefly<Answer>(
  beliefFor = beliefMs,
): (question: string, ask: () => Promise<Answer | null>) => Promise<Answer | null> {
  const believed = new Map<string, { answer: Promise<Answer | null>; until: number }>();
  return (question, ask) => {
    const now = performance.now();
    const known = believed.get(question);
    if (known && known.until > now) return known.answer;
    if (believed.size >= most) believed.clear();
    const answer = ask();
    const mine = { answer, until: now + beliefFor };
    believed.set(question, mine);
    const forget = () => believed.get(question) === mine && believed.delete(question);
    answer.then((value) => value ?? forget(), forget);
    return answer;
  };
}
