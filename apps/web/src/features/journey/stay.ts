/** Days from a moment until another. */
export const daysSince = (from: string, now: Date): number => (now.getTime() - Date.parse(from)) / 86_400_000;

/** The share of others who were still there after so many days; `null` when nothing is known. */
export function stillThere(
  curve: readonly { days: number; stay: number }[],
  days: number,
  entered: number,
): number | null {
  if (entered === 0) return null;
  return curve.findLast((step) => step.days <= days)?.stay ?? 1;
}

/** The stairs of a curve as an SVG path, in a box of this size; time runs to `horizon`. */
export function stairs(
  curve: readonly { days: number; stay: number }[],
  { width, height, horizon }: { width: number; height: number; horizon: number },
): string {
  const x = (days: number) => Math.round((Math.min(days, horizon) / horizon) * width * 10) / 10;
  const y = (stay: number) => Math.round((1 - stay) * height * 10) / 10;
  const parts = ['M0 0'];
  for (const { days, stay } of curve) {
    if (days > horizon) break;
    parts.push(`H${x(days)}V${y(stay)}`);
  }
  return `${parts.join('')}H${width}`;
}
