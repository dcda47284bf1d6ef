/**
 * How far two groupings of the same things are the same: B³ F1 (Bagga and Baldwin 1998), 0 to 1; symmetric. Each list gives the group of
 * each thing, in one order.
 */
export function agreementOf(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0) return 1;
  const count = (groups: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    return counts;
  };
  const [ofOne, ofOther] = [count(one), count(other)];
  const ofBoth = count(one.map((group, at) => `${group} ${other[at]}`));
  let [precision, recall] = [0, 0];
  one.forEach((group, at) => {
    const both = ofBoth.get(`${group} ${other[at]}`)!;
    precision += both / ofOther.get(other[at]!)!;
    recall += both / ofOne.get(group)!;
  });
  return (2 * precision * recall) / (precision + recall) / one.length;
}
